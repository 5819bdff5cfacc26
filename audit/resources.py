"""Where the files that are not code live."""

import gzip
import json
from pathlib import Path
from typing import Any


def folder(name: str) -> Path:
    """``templates`` or ``seeds``: inside the package once installed, beside it here.

    Raises ``FileNotFoundError`` if it is in neither place.
    """
    package = Path(__file__).parent
    for place in (package.parent / name, package / name):
        # A checkout has setup.cfg beside the folder; another project's own
        # templates/ next to an installed package must not be taken for ours.
        if place.is_dir() and (place.parent == package or _is_checkout(place.parent)):
            return place
    raise FileNotFoundError(f"no {name}/ in {package} or {package.parent}")


def _is_checkout(place: Path) -> bool:
    return (place / "setup.cfg").is_file() and (place / "audit").is_dir()


def lexicon_path(name: str) -> Path:
    """The term list ``seeds/lexicons/<name>.tsv``."""
    return folder("seeds") / "lexicons" / f"{name}.tsv"


def load_model(name: str) -> dict[str, Any]:
    """The parameters in ``seeds/models/<name>.json.gz``.

    Raises ``FileNotFoundError`` if there are none of that name.
    """
    packed = (folder("seeds") / "models" / f"{name}.json.gz").read_bytes()
    model: dict[str, Any] = json.loads(gzip.decompress(packed))
    return model
