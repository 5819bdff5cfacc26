"""What a newsroom decides: how severe each rule is, which are off, where the gate stands.

It is written in ``audit.toml``, or in ``setup.cfg`` under ``[tool:audit]``, in the folder of
the article or one above; ``audit init`` writes one to begin with. What a file says stands
above what it extends, and what it says of a folder above both.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path, PurePosixPath

from audit.finding import Severity
from audit.resources import folder as resource
from audit.settings import (
    NAME,
    OFF,
    SHARED,
    BadConfig,
    Settings,
    nearest,
    read_settings,
    says_something,
)

# Named by those who read or report a configuration.
__all__ = [
    "NAME",
    "BadConfig",
    "Config",
    "config_for",
    "nearest",
    "read_config",
    "starter",
    "styles",
]


@dataclass(frozen=True, slots=True)
class Config:
    """A house's choices. ``severities`` overrides a rule's own, ``off`` silences it.

    ``fail_on`` is the least severity that fails the gate, or ``never``; ``min_score`` the
    least article score that passes it; ``most`` how often a rule may be found in an article.
    The scores themselves know no configuration, so that one outlet can be compared with
    another.
    """

    severities: Mapping[str, Severity] = field(default_factory=dict)
    off: frozenset[str] = frozenset()
    fail_on: str = "error"
    min_score: float | None = None
    most: Mapping[str, int] = field(default_factory=dict)


def config_for(path: str) -> Config:
    """The choices that hold for an article; ``-`` is read as if in the working folder.

    Raises ``BadConfig``.
    """
    return _nearest_config(Path(path).absolute().parent if path != "-" else Path.cwd())


@cache
def _nearest_config(folder: Path) -> Config:
    for place in (folder, *folder.parents):
        for name in (NAME, SHARED):
            if (place / name).is_file() and says_something(place / name):
                return read_config(place / name, folder)
    return Config()


def read_config(path: Path, folder: Path | None = None) -> Config:
    """The choices of one file, and of those it extends, for the articles of a folder.

    Without a folder, for those beside the file. Raises ``BadConfig`` for anything that is
    not understood.
    """
    rules: dict[str, str] = {}
    most: dict[str, int] = {}
    fail_on, least = Config().fail_on, Config().min_score
    for settings in _layers(path, folder or path.parent, ()):
        rules |= settings.rules
        most |= settings.most
        fail_on = fail_on if settings.fail_on is None else settings.fail_on
        least = least if settings.min_score is None else settings.min_score
    severities = {rule: Severity(choice) for rule, choice in rules.items() if choice != OFF}
    off = frozenset(rule for rule, choice in rules.items() if choice == OFF)
    return Config(severities, off, fail_on, least, most)


def _layers(path: Path, folder: Path, extending: tuple[Path, ...]) -> Iterator[Settings]:
    """Everything that has a say, the last word last."""
    settings = read_settings(path)
    for name in settings.extends:
        other = _extended(path, name)
        if other.resolve() in (path.resolve(), *extending):
            raise BadConfig(f"{path}: extends: {name} extends this file in turn")
        yield from _layers(other, folder, (*extending, path.resolve()))
    yield settings
    for name in sorted(settings.folders, key=lambda name: len(PurePosixPath(name).parts)):
        if folder.resolve().is_relative_to((path.parent / name).resolve()):
            yield settings.folders[name]


def _extended(path: Path, name: str) -> Path:
    """A packaged style of that name, or a file beside this one."""
    if name in styles():
        return resource("seeds") / "styles" / f"{name}.toml"
    other = path.parent / name
    if other.is_file():
        return other
    meant = nearest(name, styles()) or f"; styles are {', '.join(styles())}"
    raise BadConfig(f"{path}: extends: there is no style and no file {name}{meant}")


def styles() -> tuple[str, ...]:
    """The names of the packaged styles."""
    return tuple(sorted(path.stem for path in (resource("seeds") / "styles").glob("*.toml")))


def starter(style: str | None = None) -> str:
    """The text of a file to begin with, every key in it explained and taken back."""
    extends = f'extends = "{style}"' if style else '# extends = "ap"'
    lines = (
        f"\n# A packaged style ({', '.join(styles())}), or a file, that this one builds on.",
        "# What stands below has the last word.",
        f"{extends}\n",
    )
    text = (resource("templates") / "audit.toml.txt").read_text("utf-8")
    return text.replace("{extends}\n", "\n".join(lines))
