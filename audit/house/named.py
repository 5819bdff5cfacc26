"""The house rules that a configuration names, and those of single files."""

from collections.abc import Iterable
from pathlib import Path

from audit.annotate.known_sources import HouseSources
from audit.config import read_config
from audit.house.rules import HouseRule, gather
from audit.layers import check, config_file, everywhere, files_of, house_rules
from audit.rules import Rule, load_rules
from audit.settings import NAME
from audit.written import BadConfig, shown


def rules_named(path: Path) -> tuple[HouseRule, ...]:
    """Every house rule that a file names, for whatever folder, or that it extends.

    Raises ``BadConfig``.
    """
    files = tuple(files_of(path))
    check(files)
    return house_rules(everywhere(files))


def rules_at(path: str) -> tuple[Rule, ...]:
    """Every rule that can be named where an article or a folder is, in order of id.

    The house's are among them, for whatever folder. Raises ``BadConfig``.
    """
    place = Path(path).absolute() if path != "-" else Path.cwd()
    file = config_file(place if place.is_dir() else place.parent)
    named = rules_named(file) if file else ()
    return tuple(sorted((*load_rules(), *named), key=lambda rule: rule.id))


def rules_to_try(files: Iterable[str]) -> tuple[tuple[HouseRule, ...], HouseSources]:
    """The rules of some files, or those that the working folder's configuration names.

    With them the names that the house explains. Raises ``BadConfig`` where there are none.
    """
    file = config_file(Path.cwd())
    paths = tuple(map(Path, files))
    chosen = gather(paths) if paths else rules_named(file) if file else ()
    if not chosen:
        where = (
            f"{shown(file)}: names no house rules" if file else f"there is no {NAME} here or above"
        )
        raise BadConfig(f'{where}; write house-rules = ["FILE"] in it, or name a FILE here')
    return chosen, read_config(file).sources if file else HouseSources()
