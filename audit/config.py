"""What a newsroom decides: severities, rules of its own, its words, where the gate stands.

It is written in ``audit.toml``, or in ``setup.cfg`` under ``[tool:audit]``, in the folder of
the article or one above; ``audit init`` writes one to begin with. What a file says stands
above what it extends, and what it says of a folder above both.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from audit.annotate.known_sources import HouseSources, Known
from audit.finding import Severity
from audit.house.words import LISTS, extended
from audit.layers import check, config_file, files_of, house_rules, layers_for, styles
from audit.lexicon import Lexicon
from audit.resources import folder as resource
from audit.settings import NAME, OFF
from audit.written import BadConfig, nearest

if TYPE_CHECKING:
    from audit.house.rules import HouseRule

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


@cache
def _nearest_config(folder: Path) -> Config:
    path = config_file(folder)
    return read_config(path, folder) if path else Config()


def read_config(path: Path, folder: Path | None = None) -> Config:
    """The choices of one file, and of those it extends, for the articles of a folder.

    Without a folder, for those beside the file. Raises ``BadConfig`` for anything that is
    not understood.
    """
    files = tuple(files_of(path))
    check(files)
    rules: dict[str, str] = {}
    most: dict[str, int] = {}
    sources: dict[str, Known] = {}
    fail_on, least = Config().fail_on, Config().min_score
    layers = tuple(layers_for(files, folder or path.parent))
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
        house_rules(layers),
        extended(settings.words for settings in layers),
        HouseSources(sources),
    )


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
