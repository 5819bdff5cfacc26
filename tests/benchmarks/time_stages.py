"""How long each step takes, in microseconds a word, on text the repository makes itself.

    python -m tests.benchmarks.time_stages [WORDS]

Prints a table; asserts nothing, because times are the machine's. Each figure is the best of
three runs, after one to warm up.
"""

import sys
import time
from collections.abc import Callable
from typing import TypeVar

from audit.annotate import annotate
from audit.config import Config
from audit.finding import Finding
from audit.outputs import FORMATS
from audit.parse import parse
from audit.rules import load_rules
from audit.run import audit
from audit.score import score_article
from tests.benchmarks.made import article

T = TypeVar("T")


def best(step: Callable[[], T]) -> tuple[float, T]:
    """Seconds of the fastest of three runs, and what it gave."""
    result = step()
    times = []
    for _ in range(3):
        begin = time.perf_counter()
        result = step()
        times.append(time.perf_counter() - begin)
    return min(times), result


def main(words: int) -> None:
    texts = [article(700, seed) for seed in range(max(1, words // 700))]
    count = sum(len(text.split()) for text in texts)

    def show(name: str, seconds: float) -> None:
        print(f"{name:24} {seconds / count * 1e6:8.1f} µs a word")

    print(f"{len(texts)} articles, {count} words")
    seconds, documents = best(lambda: [parse(text) for text in texts])
    show("parse", seconds)
    seconds, articles = best(lambda: [annotate(document) for document in documents])
    show("annotate", seconds)
    by_rule = {
        rule.id: best(lambda find=rule.find: [list(find(a)) for a in articles])[0]  # type: ignore[misc]
        for rule in load_rules()
    }
    show("rules", sum(by_rule.values()))
    for rule, taken in sorted(by_rule.items(), key=lambda item: -item[1])[:8]:
        show(f"  {rule}", taken)
    none: tuple[Finding, ...] = ()
    show("score", best(lambda: [score_article(a, none) for a in articles])[0])
    seconds, reports = best(lambda: [audit(d, load_rules(), Config()) for d in documents])
    show("all but parse", seconds)
    for name, render in FORMATS.items():
        show(f"output {name}", best(lambda render=render: render(reports))[0])  # type: ignore[misc]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
