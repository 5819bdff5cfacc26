"""The pages of the guide, as they lie in ``seeds/guides``."""

from audit.resources import folder


def names() -> tuple[str, ...]:
    """What the pages are called; the one to begin with comes first."""
    found = sorted(path.stem for path in (folder("seeds") / "guides").glob("*.md"))
    return tuple(sorted(found, key=lambda name: name != "first-audit"))


def page(name: str) -> str:
    """A page in Markdown, without the comments that are for its tests."""
    text = (folder("seeds") / "guides" / f"{name}.md").read_text("utf-8")
    return "".join(line for line in text.splitlines(True) if not line.startswith("<!-- file:"))


def title(name: str) -> str:
    """What a page is about, in its first line."""
    return page(name).partition("\n")[0].removeprefix("# ")


def contents() -> str:
    """All pages, a line each."""
    width = max(map(len, names()), default=0)
    lines = (f"audit guide {name:<{width}}  {title(name)}\n" for name in names())
    return "".join(lines)
