"""The page in a real browser: what people do with it, and what it must not do.

Needs playwright and a Chromium (``CHROMIUM`` names it, usually /usr/bin/chromium); the
accessibility tests also need axe-core, whose file ``AXE`` names. ``.ci/run`` gets all three
where they can be had. Without them these tests are skipped and say why.
"""

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import audit
from audit.outputs import FORMATS
from audit.outputs.comparison import compare
from audit.outputs.html import render_difference, render_index
from audit.report import Report
from audit.resources import folder

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
AXE = os.environ.get("AXE", "")
if not Path(CHROMIUM).is_file():
    pytest.skip(f"no browser at {CHROMIUM}: apt-get install chromium", allow_module_level=True)

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}

HOSTILE = (
    """\
“Fine,” said <script>window.ran = 1</script> <img src=x onerror="window.ran = 2"> Ana Ruiz, the
mayor. Critics say </style></script><svg onload="window.ran = 3"> {{ 7 * 7 }} is {% raw %} bad.

<a href="javascript:window.ran=4">Officials</a> said on Monday that <iframe src="https://example.org">
<link rel="stylesheet" href="https://example.org/x.css"> <style>body { display: none }</style> lost.

אמר ראש הממשלה: “No,” he said on Monday. ‮Sources‬ said that """
    + "averyveryverylongword" * 40
    + """ fell.

Mayor Ana Ruiz left early. She said "><base href="https://example.org/"> that some reports claim it.
"""
)

# Where a sentence of a long text takes its names from, so that no two paragraphs are alike.
NAMES = ("Ruiz", "Okafor", "Lindqvist", "Tanaka", "Moreau", "Haddad", "Novak")
LONG = """\
Councillor Ana {name} said on Monday that the bridge over canal {n} would close for {n} weeks.
“We cannot pay for both,” she told the Tribune, and critics say the plan is badly run. Some
reports claim that the works have been delayed by strikes in harbour {n}.

Officials believe the cost will rise soon. The harbour office published {n} pages of figures. It
is thought that the builder, who declined to comment, paid too little for stone from quarry {n}.

"""


# What stands between: most of a long text is told by nobody in particular.
CALM = """\
The road to canal {n} runs past the old mill. It is four metres wide and has no lights. Beside it
lie {n} gardens, and each has a gate of its own. The boats are painted every spring, and in the
summer they are let to visitors by the hour. The ferry goes twice a day in winter.

In the hall there are {n} chairs. The windows look out on the square, where the market is held on
Saturdays. The clock above the door stands still. The gallery is reached by a narrow stair.

"""


def long_text(words: int) -> str:
    parts: list[str] = []
    count = 0
    while count < words:
        n = len(parts) + 2
        parts.append((LONG if n % 3 == 0 else CALM).format(name=NAMES[n % len(NAMES)], n=n))
        count += len(parts[-1].split())
    return "".join(parts)


@cache
def reports() -> dict[str, Report]:
    sample = audit.audit_file(folder("seeds") / "articles" / "atacms.txt")
    return {
        "sample": sample,
        "long": audit.audit_text(long_text(20_000), "long.txt"),
        "hostile": audit.audit_text(HOSTILE, 'a"><img src=x onerror=window.ran=5>{{ 1 }}.txt'),
    }


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The address of each page, from the file system."""
    place = tmp_path_factory.mktemp("pages")
    addresses, written, found = {}, {}, reports()
    for name, report in found.items():
        written[name] = FORMATS["html"]([report])
    several = list(found.values())
    written["index"] = render_index(several, list(found))
    written["diff"] = render_difference(compare(found["hostile"], found["sample"]))
    for name, page in written.items():
        path = place / f"{name}.html"
        path.write_text(page, "utf-8")
        addresses[name] = path.as_uri()
    return addresses


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Any, pages: dict[str, str]) -> Iterator[Any]:
    """Opens a page; when the test is over, no page has asked for anything or complained."""
    asked: list[str] = []
    complaints: list[str] = []
    contexts = []

    def go(name: str, at: str = "", **options: Any) -> Any:
        context = browser.new_context(**{"viewport": DESK, **options})
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda line: complaints.append(line.text))
        page.goto(pages[name] + at)
        return page

    yield go
    for context in contexts:
        context.close()
    assert {url.split("#")[0] for url in asked} <= set(pages.values())
    assert complaints == []


NAMED = pytest.mark.parametrize("name", ["sample", "long", "hostile"])
EVERY = pytest.mark.parametrize("name", ["sample", "long", "hostile", "index", "diff"])


@EVERY
def test_nothing_of_an_article_runs_or_loads(visit: Any, name: str) -> None:
    page = visit(name)

    assert page.evaluate("window.ran") is None
    assert page.locator("main").is_visible()
    for element in ("img", "iframe", "base", "link", "object", "embed"):
        assert page.locator(element).count() == 0
    assert page.locator("script").count() <= 1


def test_the_policy_stops_what_is_put_in_later(browser: Any, pages: dict[str, str]) -> None:
    """Should escaping ever fail, the page's own policy still holds."""
    page = browser.new_page()
    page.goto(pages["sample"])
    page.evaluate(
        "() => { const script = document.createElement('script');"
        "script.textContent = 'window.ran = 1'; document.body.append(script);"
        "const image = document.createElement('img'); image.src = 'x';"
        "image.setAttribute('onerror', 'window.ran = 2'); document.body.append(image); }"
    )
    page.wait_for_timeout(200)

    assert page.evaluate("window.ran") is None
    page.close()


@EVERY
def test_a_phone_scrolls_one_way_only(visit: Any, name: str) -> None:
    page = visit(name, viewport=PHONE)

    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


# What axe leaves out unless asked: how large a target must be (WCAG 2.2).
RULES = "{ rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'] }"
NEEDS_AXE = pytest.mark.skipif(
    not Path(AXE).is_file(), reason="AXE names no axe.min.js (npm pack axe-core)"
)


def start_axe(page: Any) -> None:
    """Let axe look at the whole page; it goes on while other pages are looked at."""
    page.set_default_timeout(240_000)
    page.evaluate(Path(AXE).read_text("utf-8"))
    page.evaluate(f"() => {{ window.done = axe.run(document, {RULES}); }}")


def complaints_of_axe(page: Any) -> list[list[str]]:
    passed, violations = page.evaluate(
        "() => window.done.then((result) => [result.passes.length, result.violations.map((v) =>"
        " [v.id, v.nodes.length, v.nodes[0].html.slice(0, 200), v.nodes[0].failureSummary])])"
    )
    assert passed > 10
    return list(violations)


@NEEDS_AXE
@pytest.mark.parametrize("name", ["sample", "hostile", "index", "diff"])
def test_axe_finds_nothing(visit: Any, name: str) -> None:
    """In either theme, on a desk and in the hand, folded parts open."""
    for options in (
        {"color_scheme": "light"},
        {"color_scheme": "dark"},
        {"color_scheme": "light", "viewport": PHONE},
    ):
        page = visit(name, **options)
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        start_axe(page)
        assert complaints_of_axe(page) == []


@NEEDS_AXE
def test_axe_finds_nothing_on_a_long_page(visit: Any) -> None:
    """All of it, in both themes; side by side, because each takes a good while."""
    pages = [visit("long", color_scheme=scheme) for scheme in ("light", "dark")]
    for page in pages:
        start_axe(page)

    assert [complaints_of_axe(page) for page in pages] == [[], []]


def shown(page: Any) -> int:
    return int(page.locator(".item:visible").count())


def test_filters_leave_what_is_asked_for(visit: Any) -> None:
    page = visit("sample")
    everything = shown(page)
    errors = page.locator(".item.error").count()

    page.get_by_label("warnings").uncheck()
    page.get_by_label("notes").uncheck()
    assert shown(page) == errors < everything
    assert page.locator(".status").inner_text() == f"{errors} of {everything} findings shown"
    assert page.locator(".ref.warning:visible").count() == 0

    page.get_by_role("button", name="Show all").click()
    assert shown(page) == everything

    page.get_by_role("combobox", name="Rule").select_option("unsourced-claim")
    rules = page.locator(".item:visible .rule").all_inner_texts()
    assert set(rules) == {"unsourced-claim"}

    page.get_by_role("button", name="Show all").click()
    page.get_by_role("combobox", name="Source").select_option("5")
    statements = page.locator(".statement:visible")
    assert 0 < statements.count() < page.locator(".statement").count()
    assert set(statements.evaluate_all("all => all.map(e => e.dataset.by)")) == {"5"}
    assert 0 < shown(page) < everything

    page.get_by_role("button", name="Show all").click()
    page.get_by_role("combobox", name="Form").select_option("indirect")
    forms = page.locator(".statement:visible").evaluate_all("all => all.map(e => e.dataset.form)")
    assert set(forms) == {"indirect"}
    assert 0 < shown(page) < everything


def test_keys_go_from_finding_to_finding(visit: Any) -> None:
    page = visit("sample")
    ids = page.locator(".item").evaluate_all("all => all.map(e => e.id)")

    def here() -> str:
        return str(page.evaluate("document.activeElement.closest('.item')?.id"))

    for expected in ids[:3]:
        page.keyboard.press("n")
        assert here() == expected
    page.keyboard.press("p")
    assert here() == ids[1]
    page.keyboard.press("Enter")
    assert page.locator(f"#{ids[1]} .message").is_visible()
    # Buttons do the same for those who use no keys.
    page.get_by_role("button", name="Next").click()
    assert here() == ids[2]
    page.get_by_role("button", name="Previous").click()
    assert here() == ids[1]
    # Who speaks to the computer can switch the keys off.
    page.get_by_role("checkbox", name="keys").uncheck()
    page.keyboard.press("n")
    page.get_by_role("checkbox", name="keys").check()
    assert here() == "None", "the focus stays with the switch"
    # Keys jump over what a filter hides.
    page.get_by_label("errors").uncheck()
    page.keyboard.press("n")
    assert "error" not in page.locator(f"#{here()}").get_attribute("class")


def test_everything_is_reached_by_tab(visit: Any) -> None:
    page = visit("hostile")
    wanted = page.locator("a[href], button, select, input, summary").evaluate_all(
        "all => all.filter(e => e.checkVisibility()).length"
    )
    seen = set()
    for _ in range(wanted + 20):
        page.keyboard.press("Tab")
        seen.add(
            page.evaluate(
                "() => { const e = document.activeElement; if (!e.matches("
                "'a[href], button, select, input, summary')) return null;"
                "e.dataset.seen ??= String(Math.random()); return e.dataset.seen; }"
            )
        )

    assert len(seen - {None}) == wanted


def test_a_link_leads_to_a_finding_and_opens_it(visit: Any) -> None:
    page = visit("sample", "#r1-f12")
    page.locator("#r1-f12:focus-within").wait_for()

    assert page.locator("#r1-f12 .message").is_visible()
    assert page.evaluate("document.activeElement.closest('.item').id") == "r1-f12"
    box = page.locator("#r1-f12").bounding_box()
    assert 0 <= box["y"] < DESK["height"]
    # And from the words in the text, even to what is filtered out.
    page.get_by_role("combobox", name="Rule").select_option("vague-reports")
    page.evaluate("location.hash = '#r1-f3'")
    page.wait_for_timeout(100)
    assert page.locator("#r1-f3 .message").is_visible()


def wait_until_copied(page: Any) -> None:
    """The page says so. Waited for from outside: its policy lets nobody evaluate text inside."""
    playwright.expect(page.locator(".status")).to_contain_text("copied")


def test_a_finding_can_be_copied(visit: Any, pages: dict[str, str]) -> None:
    page = visit("sample", "#r1-f3", permissions=["clipboard-read", "clipboard-write"])
    page.locator("#r1-f3 button").click()
    wait_until_copied(page)
    copied = page.evaluate("navigator.clipboard.readText()")

    assert "atacms.txt, sentence " in copied
    assert "?" in copied
    assert copied.rstrip().endswith(pages["sample"] + "#r1-f3")


def test_a_key_copies_too(visit: Any) -> None:
    page = visit("sample", permissions=["clipboard-read", "clipboard-write"])
    page.keyboard.press("n")
    page.keyboard.press("c")
    wait_until_copied(page)

    assert page.evaluate("navigator.clipboard.readText()").rstrip().endswith("#r1-f1")
    assert page.evaluate("document.activeElement.closest('.item').id") == "r1-f1"


def test_source_cue_and_content_light_up_together(visit: Any) -> None:
    page = visit("hostile")
    page.locator(".text .source:text-is('She')").first.hover()
    lit = page.locator(".text .on").evaluate_all("all => all.map(e => e.className)")

    assert any("source" in names for names in lit)
    assert any("cue" in names for names in lit)
    assert any("content" in names for names in lit)
    assert any(re.search(r"\bname\b", names) for names in lit), "the name the pronoun stands for"
    assert page.locator(".line path").count() == 1


def test_words_that_belong_together_are_named(visit: Any) -> None:
    page = visit("hostile")
    page.locator(".text .source:text-is('She')").first.hover()
    labels = page.locator("[data-label]").evaluate_all("all => all.map(e => e.dataset.label)")

    assert sorted(labels) == ["says", "source", "what is attributed"]
    page.locator("h1").hover()
    assert page.locator(".on, .line, [data-label]").count() == 0


@NAMED
def test_without_javascript_everything_is_there(visit: Any, name: str) -> None:
    page = visit(name, java_script_enabled=False)
    visible = "all => all.filter(e => e.checkVisibility()).length"

    items = page.locator(".item")
    assert items.evaluate_all(visible) == items.count() > 0
    assert page.locator(".filter").is_hidden()
    page.locator(".item summary").first.click()
    assert page.locator(".item .message").first.is_visible()


@pytest.mark.parametrize("script", [True, False])
def test_paper_has_every_finding_as_a_note(visit: Any, script: bool) -> None:
    page = visit("sample", java_script_enabled=script)
    paper = page.pdf(format="A4")

    assert paper.startswith(b"%PDF")
    assert 2 <= len(re.findall(rb"/Type\s*/Page\b", paper)) <= 12
    page.emulate_media(media="print")
    assert page.locator(".filter").is_hidden()
    # Every finding with its words and its code, every statement with what its score is made of.
    for part in (".item .message", ".item .code", ".statement .parts", ".statement .steps"):
        heights = page.locator(part).evaluate_all("all => all.map(e => e.offsetHeight)")
        assert len(heights) > 5
        assert min(heights) > 0, part


def test_a_long_report_is_ready_soon(visit: Any) -> None:
    page = visit("long")
    took = page.evaluate("performance.getEntriesByType('navigation')[0].domComplete")

    assert took < 20_000
    page.get_by_label("notes").uncheck()
    assert page.locator(".item.note:visible").count() == 0
    # And a mark of its strip leads to a sentence far down.
    page.locator(".strip a").nth(400).click()
    box = page.locator("#r1-s401").bounding_box()
    assert 0 <= box["y"] < DESK["height"]


def test_findings_stand_beside_their_sentence(visit: Any) -> None:
    """None above its sentence's first line; the first of a paragraph in that very line."""
    page = visit("sample")
    places = page.locator(".about").evaluate_all(
        "all => all.map((about) => { const sentence = document.querySelector("
        "about.querySelector('a').hash); return [about === about.parentElement.firstElementChild,"
        "about.getBoundingClientRect().top - sentence.getClientRects()[0].top,"
        "about.getBoundingClientRect().left - sentence.getBoundingClientRect().right]; })"
    )

    assert len(places) > 15
    assert min(below for _, below, _ in places) > -12
    assert max(below for first, below, _ in places if first) < 12
    assert min(beside for _, _, beside in places) > 0
    # With the rest filtered out, also what was pushed down finds its line.
    page.get_by_role("combobox", name="Rule").select_option("vague-reports")
    page.get_by_role("checkbox", name="statements").uncheck()
    [about] = page.locator(".about:visible").all()
    sentence = page.locator(about.locator("a").first.get_attribute("href"))
    top = sentence.evaluate("e => e.getClientRects()[0].top")
    assert abs(about.bounding_box()["y"] - top) < 12


@pytest.mark.parametrize("name", ["sample", "hostile"])
def test_the_article_reads_as_it_was_written(visit: Any, name: str) -> None:
    """In whole paragraphs, without the numbers that lead to the findings."""
    page = visit(name)
    shown = page.locator(".text").evaluate_all(
        "all => all.map((text) => { const copy = text.cloneNode(true);"
        "copy.querySelectorAll('.ref').forEach((ref) => ref.remove()); return copy.textContent; })"
    )
    document = reports()[name].document
    written = [document.excerpt(span).replace("\r\n", "\n") for span in document.paragraphs]

    assert shown == written


def test_one_hears_which_sentence_a_finding_belongs_to(visit: Any) -> None:
    page = visit("sample")
    for number, finding in enumerate(reports()["sample"].findings[:12], start=1):
        group = page.get_by_role("group", name=f"Sentence {finding.sentence + 1}", exact=True)
        assert group.locator(f"#r1-f{number}").count() == 1
    # And its severity, though the eye is given a shape.
    tree = page.locator("#r1-f1").aria_snapshot()
    assert "error 1" in tree


def test_what_has_the_focus_is_in_sight(visit: Any) -> None:
    """Also on the way back up, where the filters stay at the top of the window."""
    page = visit("sample")
    page.locator("#r1-f20 summary").focus()
    covered = (
        "() => { const e = document.activeElement, box = e.getClientRects()[0];"
        "const top = document.elementFromPoint(box.left + box.width / 2, box.top + 2);"
        "return e.matches('.article *') && !e.closest('.filter') && top?.closest('.filter') "
        "? e.outerHTML.slice(0, 80) : null; }"
    )
    for _ in range(45):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate(covered) is None


def test_forced_colours_keep_the_marks_apart(visit: Any) -> None:
    page = visit("sample", forced_colors="active")
    style = "(e, name) => getComputedStyle(e)[name]"

    assert page.locator(".text .content").first.evaluate(style, "outlineStyle") == "dotted"
    borders = {
        severity: page.locator(f".item.{severity}").first.evaluate(style, "borderLeftStyle")
        for severity in ("error", "warning", "note")
    }
    assert borders == {"error": "solid", "warning": "dashed", "note": "dotted"}


def test_text_from_right_to_left_keeps_to_its_column(visit: Any) -> None:
    page = visit("hostile")
    text = page.locator(".text", has_text="אמר").first.bounding_box()

    assert text["x"] >= 0
    assert text["x"] + text["width"] <= DESK["width"]
    for beside in page.locator(".beside").all():
        assert beside.evaluate("e => getComputedStyle(e).direction") == "ltr"
        assert beside.bounding_box()["x"] >= text["x"] + text["width"]


def test_the_table_is_sorted_by_its_headings(visit: Any) -> None:
    page = visit("index")

    def column(number: int) -> list[float]:
        cells = page.locator(f".articles tbody tr > :nth-child({number})").all_inner_texts()
        return [float(cell.replace("–", "101")) for cell in cells]

    assert column(2) == sorted(column(2))
    page.get_by_role("button", name="Sources").click()
    assert column(6) == sorted(column(6))
    page.get_by_role("button", name="Sources").press("Enter")
    assert column(6) == sorted(column(6), reverse=True)
    assert page.locator("[aria-sort]").get_attribute("aria-sort") == "descending"
    assert page.locator("caption").inner_text() == "By sources, highest first"
    page.get_by_role("button", name="Article").click()
    assert page.locator(".articles tbody tr").count() == 3


def test_the_table_leads_to_the_pages(visit: Any, pages: dict[str, str]) -> None:
    page = visit("index")
    page.get_by_role("link", name="long.txt").click()

    assert page.url == pages["long"]


def test_a_comparison_says_what_is_mended_and_what_is_new(visit: Any) -> None:
    page = visit("diff", java_script_enabled=False)

    assert page.locator("section.changes").count() == 3
    assert page.locator("section.changes .item").count() > 10


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_a_bar_is_as_long_as_it_says(visit: Any, viewport: dict[str, int]) -> None:
    page = visit("sample", viewport=viewport)
    bars = page.locator(".profile svg.bar").all()

    assert len(bars) == 5
    for bar in bars:
        said = float(bar.get_attribute("aria-label").split()[0])
        whole, part = (bar.locator(f"rect.{name}").bounding_box() for name in ("whole", "part"))
        assert 100 * part["width"] / whole["width"] == pytest.approx(said, abs=2)
        assert whole["width"] <= bar.bounding_box()["width"] + 1
