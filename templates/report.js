"use strict";
// The page is whole without this. Here: joining what belongs together, a filter, two keys.
for (const report of document.querySelectorAll(".report")) {
  const byKey = new Map();
  for (const element of report.querySelectorAll("[data-of]")) {
    for (const key of element.dataset.of.split(" ")) {
      if (!byKey.has(key)) byKey.set(key, []);
      byKey.get(key).push(element);
    }
  }
  let lit = [];
  const light = (target) => {
    for (const element of lit) element.classList.remove("on");
    const element = target.closest?.("[data-of]");
    // Words in several statements belong to the innermost, which is named last.
    const key = element ? element.dataset.of.split(" ").filter((k) => k.startsWith("a")).pop() ?? element.dataset.of : null;
    lit = key ? byKey.get(key) ?? [] : [];
    for (const other of lit) other.classList.add("on");
  };
  report.addEventListener("mouseover", (event) => light(event.target));
  report.addEventListener("focusin", (event) => light(event.target));

  for (const filter of report.querySelectorAll(".filter")) {
    filter.hidden = false;
    filter.addEventListener("change", (event) => {
      report.classList.toggle(`hide-${event.target.value}`, !event.target.checked);
    });
  }
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea")) return;
  const step = { n: 1, p: -1 }[event.key];
  if (!step) return;
  const items = [...document.querySelectorAll(".item")].filter((item) => item.offsetParent);
  const here = items.indexOf(document.activeElement);
  const next = items[here === -1 && step < 0 ? items.length - 1 : here + step];
  if (next) {
    next.focus();
    next.scrollIntoView({ block: "center" });
  }
});
