"use strict";
// The page is whole without this. Here: joining what belongs together, filters, keys, copying.
const SVG = "http://www.w3.org/2000/svg";

// What words or notes belong to: the innermost statement, which is named last, or a finding.
const keyOf = (element) => {
  const keys = element.dataset.of.split(" ");
  return keys.findLast((key) => key[0] === "a") ?? keys.findLast((key) => key[0] === "f");
};

// From a pronoun to the name it stands for, drawn over the article.
const drawLine = (article, from, to) => {
  const frame = article.getBoundingClientRect();
  const [a, b] = [from.getClientRects()[0], to.getClientRects()[0]];
  if (!a || !b) return null;
  const line = document.createElementNS(SVG, "svg");
  line.setAttribute("class", "line");
  line.setAttribute("aria-hidden", "true");
  line.setAttribute("width", frame.width);
  line.setAttribute("height", frame.height);
  const path = document.createElementNS(SVG, "path");
  const [x1, y1] = [a.left + a.width / 2 - frame.left, a.top - frame.top];
  const [x2, y2] = [b.left + b.width / 2 - frame.left, b.bottom - frame.top];
  path.setAttribute("d", `M${x1} ${y1}C${x1} ${(y1 + y2) / 2} ${x2} ${(y1 + y2) / 2} ${x2} ${y2}`);
  line.append(path);
  article.append(line);
  return line;
};

const setUp = (report) => {
  const byKey = new Map();
  for (const element of report.querySelectorAll("[data-of]")) {
    for (const key of element.dataset.of.split(" ")) {
      if (!byKey.has(key)) byKey.set(key, []);
      byKey.get(key).push(element);
    }
  }
  const article = report.querySelector(".article");
  if (!article) return;

  let lit = [];
  let line = null;
  const light = (target) => {
    const key = target.closest?.("[data-of]") && keyOf(target.closest("[data-of]"));
    for (const element of lit) element.classList.remove("on");
    line?.remove();
    line = null;
    lit = key ? [...(byKey.get(key) ?? [])] : [];
    const names = (key?.[0] === "a" && byKey.get(`n${key.slice(1)}`)) || [];
    const pronoun = lit.find((element) => element.classList.contains("source"));
    if (pronoun && names.length) {
      lit.push(...names);
      line = drawLine(article, pronoun, names[0]);
    }
    for (const element of lit) element.classList.add("on");
  };
  report.addEventListener("mouseover", (event) => light(event.target));
  report.addEventListener("focusin", (event) => light(event.target));

  const filter = report.querySelector(".filter");
  const items = [...report.querySelectorAll(".item")];
  const statements = [...report.querySelectorAll(".statement")];
  const field = (name) => filter.querySelector(`[name="${name}"]`);
  const status = filter.querySelector(".status");
  const statement = new Map(statements.map((element) => [element.dataset.of, element.dataset]));
  const apply = () => {
    const [rule, source, form] = ["rule", "source", "form"].map((name) => field(name).value);
    const wanted = (data) => (!source || data?.by === source) && (!form || data?.form === form);
    let shown = 0;
    const hidden = new Set();
    for (const item of items) {
      const own = item.querySelector(".rule").textContent;
      const { by = "" } = item.dataset;
      const severity = ["error", "warning", "note"].find((name) => item.classList.contains(name));
      const fits = by.split(" ").some((id) => wanted(statement.get(id)));
      item.hidden = !(field(severity).checked && (!rule || own === rule) && fits);
      if (item.hidden) hidden.add(item.dataset.of);
      else shown += 1;
    }
    for (const element of statements) {
      element.hidden = !(field("statement").checked && wanted(element.dataset));
    }
    for (const element of article.querySelectorAll(".finding[data-of]")) {
      const keys = element.dataset.of.split(" ").filter((key) => key[0] === "f");
      const open = keys.filter((key) => !hidden.has(key));
      element.classList.toggle("out", !open.length);
    }
    for (const element of article.querySelectorAll(".ref")) {
      element.hidden = hidden.has(element.hash.split("-")[1]);
    }
    for (const element of article.querySelectorAll(".beside")) {
      element.hidden = !element.querySelector(".item:not([hidden]), .statement:not([hidden])");
    }
    status.textContent = `${shown} of ${items.length} findings shown`;
  };
  filter.hidden = false;
  filter.addEventListener("change", apply);
  const showAll = () => {
    for (const box of filter.querySelectorAll("input")) box.checked = true;
    for (const choice of filter.querySelectorAll("select")) choice.value = "";
    apply();
  };
  filter.querySelector("button").addEventListener("click", showAll);
  status.textContent = `${items.length} of ${items.length} findings shown`;

  // A finding as somebody else can read it: where, what, what to ask, and the link.
  const textOf = (item) => {
    const part = (selector) => item.querySelector(selector).textContent.trim();
    const words = byKey.get(item.dataset.of).filter((element) => element !== item);
    const quote = words.map((element) => element.textContent).join("").replace(/\s+/g, " ");
    const sentence = item.closest(".beside").querySelector(".which").textContent.trim();
    const place = `${report.dataset.name}, ${sentence.toLowerCase()}: “${quote}”`;
    const link = `${location.href.split("#")[0]}#${item.id}`;
    return `${place}\n${part(".message")} ${part(".ask")} [${part(".rule")}]\n${link}\n`;
  };
  const write = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      report.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };
  const copy = async (item) => {
    const here = document.activeElement;
    await write(textOf(item));
    here?.focus({ preventScroll: true });
    status.textContent = `Finding ${item.dataset.of.slice(1)} copied`;
  };
  report.addEventListener("toggle", (event) => {
    const item = event.target.parentElement;
    if (!item.matches(".item") || item.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", () => copy(item));
    event.target.append(button);
  }, true);
  report.addEventListener("copyfinding", (event) => copy(event.target));
  report.addEventListener("showall", showAll);
};

for (const report of document.querySelectorAll(".report")) setUp(report);

// A link to a finding opens it, whatever the filters hide.
const arrive = () => {
  const target = document.getElementById(location.hash.slice(1));
  if (!target?.matches(".item")) return;
  if (target.hidden) target.closest(".report").dispatchEvent(new Event("showall"));
  target.querySelector("details").open = true;
  target.querySelector("summary").focus({ preventScroll: true });
  target.scrollIntoView({ block: "center" });
};
addEventListener("hashchange", arrive);
// The browser goes to the target itself once all is loaded, and takes the focus along.
addEventListener("load", () => requestAnimationFrame(arrive));

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input, select, textarea")) return;
  const current = document.activeElement.closest(".item");
  if (event.key === "c" && current) current.dispatchEvent(new Event("copyfinding", { bubbles: true }));
  const step = { n: 1, p: -1 }[event.key];
  if (!step) return;
  const items = [...document.querySelectorAll(".item:not([hidden])")];
  const here = items.indexOf(current);
  const next = items[here === -1 && step < 0 ? items.length - 1 : here + step];
  if (next) {
    next.querySelector("summary").focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  }
});

// On paper nothing can be opened.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll(".item details")) details.open = true;
});
