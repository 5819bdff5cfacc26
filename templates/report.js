"use strict";
// The page is whole without this. Here: joining what belongs together, going from finding to
// finding, copying one. Words carry the keys of what they belong to as classes: a3 is a
// statement, f12 a finding, n3 the name that the pronoun of a3 stands for.
const SVG = "http://www.w3.org/2000/svg";
const KEY = /^[af]\d+$/;
const LABELS = { source: "source", cue: "says", content: "what is attributed" };

// What words or notes belong to: the innermost statement, which is named last, or a finding.
const keysOf = (element) => {
  if (element.matches(".item")) return [element.id.split("-")[1], element.dataset.by?.split(" ")[0]];
  if (element.matches(".ref")) return [element.hash.split("-")[1]];
  const keys = [...element.classList].filter((name) => KEY.test(name));
  return [keys.findLast((key) => key[0] === "a") ?? keys.at(-1)];
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
  // On one line it goes over the words; else from line to line.
  const level = Math.abs(a.top - b.top) < a.height / 2;
  const up = level || b.top < a.top;
  const [x1, y1] = [a.left + a.width / 2 - frame.left, (up ? a.top : a.bottom) - frame.top];
  const [x2, y2] = [b.left + b.width / 2 - frame.left, (up && !level ? b.bottom : b.top) - frame.top];
  const middle = level ? y1 - a.height : (y1 + y2) / 2;
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", `M${x1} ${y1}C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}`);
  const end = document.createElementNS(SVG, "circle");
  end.setAttribute("cx", x2);
  end.setAttribute("cy", y2);
  end.setAttribute("r", 4);
  line.append(path, end);
  article.append(line);
  return line;
};

const join = (report) => {
  const article = report.querySelector(".article");
  const all = (key) => [...report.getElementsByClassName(key)];
  let lit = [];
  let line = null;
  const light = (target) => {
    const element = target.closest?.(".text .ref, .text .source, .text .cue, .text .content, .text .finding, .item, .statement");
    for (const one of lit) {
      one.classList.remove("on");
      delete one.dataset.label;
    }
    line?.remove();
    line = null;
    lit = [];
    if (!element) return;
    const keys = keysOf(element).filter(Boolean);
    lit = keys.flatMap(all);
    if (element.matches(".item")) lit.push(element);
    const words = lit.filter((one) => one.closest(".text"));
    if (keys.some((key) => key[0] === "a")) {
      for (const [name, label] of Object.entries(LABELS)) {
        const first = words.find((one) => one.classList.contains(name) && !one.dataset.label);
        if (first) first.dataset.label = label;
      }
    }
    const names = keys.flatMap((key) => all(`n${key.slice(1)}`));
    const pronoun = words.find((one) => one.classList.contains("source"));
    if (pronoun && names.length) {
      lit.push(...names);
      line = drawLine(article, pronoun, names[0]);
    }
    for (const one of lit) one.classList.add("on");
  };
  article.addEventListener("mouseover", (event) => light(event.target));
  article.addEventListener("mouseleave", () => light(document.activeElement));
  article.addEventListener("focusin", (event) => light(event.target));
};

// A finding as somebody else can read it: where, what, what to ask, and the link.
const textOf = (item) => {
  const report = item.closest(".report");
  const part = (selector) => item.querySelector(selector).textContent.trim();
  const words = report.querySelectorAll(`.text .${item.id.split("-")[1]}`);
  const quote = [...words].map((element) => element.textContent).join("").replace(/\s+/g, " ");
  const sentence = item.closest(".about").querySelector(".which").textContent.trim();
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
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
};
const say = (report, text) => {
  report.querySelector(".status").textContent = text;
};
const copy = async (item) => {
  const here = document.activeElement;
  await write(textOf(item));
  here?.focus({ preventScroll: true });
  say(item.closest(".report"), `Finding ${item.id.split("f")[1]} copied`);
};

// The finding somebody is at: where the focus is or was last.
let current = null;
const itemsOf = (root) => [...root.querySelectorAll(".item")].filter((item) => item.checkVisibility());
const go = (step) => {
  const items = itemsOf(document);
  const here = items.indexOf(current);
  const next = items[here === -1 && step < 0 ? items.length - 1 : here + step];
  if (!next) return;
  next.querySelector("summary").focus({ preventScroll: true });
  next.scrollIntoView({ block: "center" });
};
document.addEventListener("focusin", (event) => {
  current = event.target.closest(".item") ?? current;
});

const ACTS = {
  next: () => go(1),
  previous: () => go(-1),
  copy: (report) => (current ? copy(current) : say(report, "Go to a finding first")),
  all: (report) => report.dispatchEvent(new Event("showall")),
};
const KEYS = { n: "next", p: "previous", c: "copy" };

// A link to a finding opens it, whatever the filters hide.
const arrive = () => {
  const target = document.getElementById(location.hash.slice(1));
  if (!target?.matches(".item")) return;
  if (target.hidden) target.closest(".report").dispatchEvent(new Event("showall"));
  target.querySelector("details").open = true;
  target.querySelector("summary").focus({ preventScroll: true });
  target.scrollIntoView({ block: "center" });
};

// What only works with this script is put there by it.
const offerCopy = (event) => {
  const item = event.target.parentElement;
  if (!item.matches?.(".item") || item.querySelector("button")) return;
  const [button, link] = [document.createElement("button"), document.createElement("a")];
  button.type = "button";
  button.textContent = "Copy";
  button.addEventListener("click", () => copy(item));
  link.href = `#${item.id}`;
  link.textContent = "Link to this";
  const tools = document.createElement("p");
  tools.className = "tools";
  tools.append(button, " ", link);
  event.target.append(tools);
};

for (const report of document.querySelectorAll(".report")) {
  if (!report.querySelector(".article")) continue;
  join(report);
  report.addEventListener("toggle", offerCopy, true);
  report.addEventListener("click", (event) => {
    const act = event.target.closest("[data-do]")?.dataset.do;
    if (act) ACTS[act](report);
  });
}
addEventListener("hashchange", arrive);
// The browser goes to the target itself once all is loaded, and takes the focus along.
addEventListener("load", () => requestAnimationFrame(arrive));
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input:not([type=checkbox]), select, textarea")) return;
  const act = KEYS[event.key];
  const report = (current ?? event.target).closest?.(".report") ?? document.querySelector(".report");
  // Whoever speaks to the computer says letters too, and may switch these keys off.
  if (act && report?.querySelector("[name=keys]")?.checked) ACTS[act](report);
});
// On paper nothing can be opened, so all is, until it is printed.
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll(".beside details:not([open])")];
  for (const details of folded) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of folded) details.open = false;
});
