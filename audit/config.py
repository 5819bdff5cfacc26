"""What a newsroom decides: severities, rules of its own, its words, where the gate stands.

It is written in ``audit.toml``, or in ``setup.cfg`` under ``[tool:audit]``, in the folder of
the article or one above; ``audit init`` writes one to begin with. What a file says stands
above what it extends, and what it says of a folder above both.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from audit.annotate.known_sources import HouseSources, Known
from audit.finding import Severity
from audit.house.words import LISTS, extended
from audit.lexicon import Lexicon
from audit.resources import folder as resource
from audit.rules import Rule, load_rules
from audit.settings import NAME, OFF, SHARED, Settings, check_names, read_settings, says_something
from audit.written import BadConfig, nearest, shown

if TYPE_CHECKING:
    from audit.house.rules import HouseRule

# Named by those who read or report a configuration.
__all__ = [
    "NAME",
    "BadConfig",
    "Config",
    "config_file",
    "config_for",
    "nearest",
    "read_config",
    "rules_at",
    "rules_named",
    "rules_to_try",
    "starter",
    "styles",
]


@dataclass(frozen=True, slots=True)
class Config:
    """A house's choices. ``severities`` overrides a rule's own, ``off`` silences it.

    ``fail_on`` is the least severity that fails the gate, or ``never``; ``min_score`` the
    least article score that passes it; ``most`` how often a rule may be found in an article.
    ``rules`` are the house's own, ``lexicons`` the lists it changed, by their packaged names,
    ``sources`` the names it explains.
    The scores know no severities, no rules and no words of a house, so that one outlet can be
    compared with another. Sources they know: who speaks is a fact, and no choice.
    """

    severities: Mapping[str, Severity] = field(default_factory=dict)
    off: frozenset[str] = frozenset()
    fail_on: str = "error"
    min_score: float | None = None
    most: Mapping[str, int] = field(default_factory=dict)
    rules: "tuple[HouseRule, ...]" = ()
    lexicons: Mapping[str, Lexicon] = field(default_factory=dict)
    sources: HouseSources = field(default_factory=HouseSources)

    @property
    def reworded(self) -> frozenset[str]:
        """The rules whose lists the house changed."""
        return frozenset(rule for rule, name in LISTS.items() if name in self.lexicons)


def config_for(path: str) -> Config:
    """The choices that hold for an article; ``-`` is read as if in the working folder.

    Raises ``BadConfig``.
    """
    return _nearest_config(Path(path).absolute().parent if path != "-" else Path.cwd())


def config_file(folder: Path) -> Path | None:
    """The configuration that holds in a folder, its own or the nearest above."""
    for place in (folder, *folder.parents):
        for name in (NAME, SHARED):
            if (place / name).is_file() and says_something(place / name):
                return place / name
    return None


@cache
def _nearest_config(folder: Path) -> Config:
    path = config_file(folder)
    return read_config(path, folder) if path else Config()


def read_config(path: Path, folder: Path | None = None) -> Config:
    """The choices of one file, and of those it extends, for the articles of a folder.

    Without a folder, for those beside the file. Raises ``BadConfig`` for anything that is
    not understood.
    """
    files = tuple(_files(path, ()))
    _check(files)
    rules: dict[str, str] = {}
    most: dict[str, int] = {}
    sources: dict[str, Known] = {}
    fail_on, least = Config().fail_on, Config().min_score
    layers = tuple(_layers(files, folder or path.parent))
    for settings in layers:
        rules |= settings.rules
        most |= settings.most
        sources |= settings.sources
        fail_on = fail_on if settings.fail_on is None else settings.fail_on
        least = least if settings.min_score is None else settings.min_score
    return Config(
        {rule: Severity(choice) for rule, choice in rules.items() if choice != OFF},
        frozenset(rule for rule, choice in rules.items() if choice == OFF),
        fail_on,
        least,
        most,
        _house_rules(layers),
        extended(settings.words for settings in layers),
        HouseSources(sources),
    )


def rules_named(path: Path) -> "tuple[HouseRule, ...]":
    """Every house rule that a file names, for whatever folder, or that it extends.

    Raises ``BadConfig``.
    """
    files = tuple(_files(path, ()))
    _check(files)
    return _house_rules(_everywhere(files))


def rules_at(path: str) -> tuple[Rule, ...]:
    """Every rule that can be named where an article or a folder is, in order of id.

    The house's are among them, for whatever folder. Raises ``BadConfig``.
    """
    place = Path(path).absolute() if path != "-" else Path.cwd()
    file = config_file(place if place.is_dir() else place.parent)
    named = rules_named(file) if file else ()
    return tuple(sorted((*load_rules(), *named), key=lambda rule: rule.id))


def rules_to_try(files: Iterable[str]) -> "tuple[tuple[HouseRule, ...], HouseSources]":
    """The rules of some files, or those that the working folder's configuration names.

    With them the names that the house explains. Raises ``BadConfig`` where there are none.
    """
    from audit.house.rules import gather

    file = config_file(Path.cwd())
    paths = tuple(map(Path, files))
    chosen = gather(paths) if paths else rules_named(file) if file else ()
    if not chosen:
        where = (
            f"{shown(file)}: names no house rules" if file else f"there is no {NAME} here or above"
        )
        raise BadConfig(f'{where}; write house-rules = ["FILE"] in it, or name a FILE here')
    return chosen, read_config(file).sources if file else HouseSources()


def _check(files: Iterable[tuple[Path, Settings]]) -> None:
    """Raises ``BadConfig`` if a rule is named that nobody has."""
    every = tuple(_everywhere(files))
    if any(settings.unknown for settings in every):
        house = frozenset(rule.id for rule in _house_rules(every))
        for settings in every:
            check_names(settings, house)


def _everywhere(files: Iterable[tuple[Path, Settings]]) -> Iterator[Settings]:
    for _, settings in files:
        yield settings
        yield from settings.folders.values()


def _house_rules(layers: Iterable[Settings]) -> "tuple[HouseRule, ...]":
    """The rules in the files that the layers name, each file once."""
    paths = (path for settings in layers for path in settings.house_rules)
    files = tuple({path.resolve(): path for path in paths}.values())
    if not files:
        return ()  # the usual case loads nothing for it
    from audit.house.rules import gather

    return gather(files)


def _files(path: Path, extending: tuple[Path, ...]) -> Iterator[tuple[Path, Settings]]:
    """A file's settings behind those of all that it extends."""
    settings = read_settings(path)
    for name in settings.extends:
        other = _extended(path, name)
        if other.resolve() in (path.resolve(), *extending):
            raise BadConfig(f"{shown(path)}: extends: {name} extends this file in turn")
        yield from _files(other, (*extending, path.resolve()))
    yield path, settings


def _layers(files: Iterable[tuple[Path, Settings]], folder: Path) -> Iterator[Settings]:
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
