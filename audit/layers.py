"""Which files have a say where an article is, and which rules they name."""

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from audit.resources import folder as resource
from audit.settings import NAME, SHARED, Settings, check_names, read_settings, says_something
from audit.written import BadConfig, nearest, shown

if TYPE_CHECKING:
    from audit.house.rules import HouseRule


def config_file(folder: Path) -> Path | None:
    """The configuration that holds in a folder, its own or the nearest above."""
    for place in (folder, *folder.parents):
        for name in (NAME, SHARED):
            if (place / name).is_file() and says_something(place / name):
                return place / name
    return None


def check(files: Iterable[tuple[Path, Settings]]) -> None:
    """Raises ``BadConfig`` if a rule is named that nobody has."""
    every = tuple(everywhere(files))
    if any(settings.unknown for settings in every):
        house = frozenset(rule.id for rule in house_rules(every))
        for settings in every:
            check_names(settings, house)


def everywhere(files: Iterable[tuple[Path, Settings]]) -> Iterator[Settings]:
    for _, settings in files:
        yield settings
        yield from settings.folders.values()


def house_rules(layers: Iterable[Settings]) -> "tuple[HouseRule, ...]":
    """The rules in the files that the layers name, each file once."""
    paths = (path for settings in layers for path in settings.house_rules)
    files = tuple({path.resolve(): path for path in paths}.values())
    if not files:
        return ()  # the usual case loads nothing for it
    from audit.house.rules import gather

    return gather(files)


def files_of(path: Path, extending: tuple[Path, ...] = ()) -> Iterator[tuple[Path, Settings]]:
    """A file's settings behind those of all that it extends."""
    settings = read_settings(path)
    for name in settings.extends:
        other = _extended(path, name)
        if other.resolve() in (path.resolve(), *extending):
            raise BadConfig(f"{shown(path)}: extends: {name} extends this file in turn")
        yield from files_of(other, (*extending, path.resolve()))
    yield path, settings


def layers_for(files: Iterable[tuple[Path, Settings]], folder: Path) -> Iterator[Settings]:
    """Everything that has a say in a folder, the last word last."""
    for path, settings in files:
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
    raise BadConfig(f"{shown(path)}: extends: there is no style and no file {name}{meant}")


def styles() -> tuple[str, ...]:
    """The names of the packaged styles."""
    return tuple(sorted(path.stem for path in (resource("seeds") / "styles").glob("*.toml")))
