"use strict";
// The table is whole, and in an order, without this. Here: other orders, by its headings.
const table = document.querySelector(".articles");
const body = table.tBodies[0];
const value = (row, column) => {
  const cell = row.cells[column];
  return cell.dataset.order ?? cell.textContent.trim();
};
// The first column is names, the others numbers or what stands for one.
const compare = (a, b) => a.localeCompare(b, undefined, { numeric: true });

[...table.tHead.rows[0].cells].forEach((heading, column) => {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = heading.textContent;
  heading.replaceChildren(button);
  button.addEventListener("click", () => {
    const down = heading.getAttribute("aria-sort") === "ascending";
    for (const other of heading.parentElement.cells) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = [...body.rows].sort((one, other) => {
      const [a, b] = [value(one, column), value(other, column)];
      return (down ? -1 : 1) * (column ? Number(a) - Number(b) : compare(a, b));
    });
    body.append(...rows);
    table.caption.textContent = `By ${button.textContent.toLowerCase()}, ${down ? "highest" : "lowest"} first`;
  });
});
