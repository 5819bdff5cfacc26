// Puts what is found in a sentence beside the line where the sentence begins, or right below
// what is found in the one before. Without this, all of it stands beside the paragraph.
const WIDE = matchMedia("(min-width: 60rem)");

const align = (root) => {
  const groups = [...root.querySelectorAll(".about + .about, .about:first-child")];
  for (const group of groups) group.style.marginTop = "";
  if (!WIDE.matches) return;
  // All is measured before anything is moved, so that the page is laid out only once.
  const places = groups.map((group) => {
    const sentence = document.getElementById(group.querySelector("a").hash.slice(1));
    const box = group.getBoundingClientRect();
    const row = group.parentElement.getBoundingClientRect();
    return { group, row: row.top, height: box.height, line: sentence.getClientRects()[0].top };
  });
  let end = 0;
  let before = null;
  for (const { group, row, height, line } of places) {
    if (group.parentElement !== before) end = row;
    before = group.parentElement;
    if (!height) continue;
    const gap = Math.max(0, Math.round(line - end));
    if (gap > 1) group.style.marginTop = `${gap}px`;
    end += gap + height;
  }
};

for (const report of document.querySelectorAll(".report")) {
  if (report.querySelector(".filter")) filter(report);
  align(report);
}
let width = innerWidth;
addEventListener("resize", () => {
  if (innerWidth === width) return;
  width = innerWidth;
  requestAnimationFrame(() => align(document));
});
document.addEventListener("toggle", (event) => {
  const row = event.target.closest?.(".paragraph");
  if (row) align(row);
}, true);
