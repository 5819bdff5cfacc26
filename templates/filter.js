// Filters by severity, rule, source and form. A finding has the source and the form of the
// statements that it rests on.
const SEVERITIES = ["error", "warning", "note"];

const filter = (report) => {
  const form = report.querySelector(".filter");
  const field = (name) => form.querySelector(`[name="${name}"]`);
  const items = [...report.querySelectorAll(".item")].map((item) => ({
    item,
    key: item.id.split("-")[1],
    severity: SEVERITIES.find((name) => item.classList.contains(name)),
    rule: item.querySelector(".rule").textContent,
    by: item.dataset.by?.split(" ") ?? [],
  }));
  const statements = [...report.querySelectorAll(".statement")];
  const statement = new Map(
    statements.map((one) => [[...one.classList].find((name) => KEY.test(name)), one.dataset]),
  );
  const severityOf = new Map(items.map(({ key, severity }) => [key, severity]));
  const words = [...report.querySelectorAll(".text .finding")].map((element) => ({
    element,
    keys: [...element.classList].filter((name) => name[0] === "f" && KEY.test(name)),
  }));
  const references = [...report.querySelectorAll(".ref")];
  const groups = [...report.querySelectorAll(".about")];

  const apply = () => {
    const [rule, source, how] = ["rule", "source", "form"].map((name) => field(name).value);
    const shown = Object.fromEntries(
      [...SEVERITIES, "statement"].map((name) => [name, field(name).checked]),
    );
    const wanted = (data) => (!source || data?.by === source) && (!how || data?.form === how);
    const hidden = new Set();
    for (const { item, key, severity, rule: own, by } of items) {
      const fits = (!source && !how) || by.some((id) => wanted(statement.get(id)));
      item.hidden = !(shown[severity] && (!rule || own === rule) && fits);
      if (item.hidden) hidden.add(key);
    }
    for (const one of statements) one.hidden = !(shown.statement && wanted(one.dataset));
    for (const { element, keys } of words) {
      const open = keys.filter((key) => !hidden.has(key)).map((key) => severityOf.get(key));
      element.classList.toggle("out", !open.length);
      for (const name of SEVERITIES) element.classList.toggle(name, open.includes(name));
    }
    for (const one of references) one.hidden = hidden.has(one.hash.split("-")[1]);
    for (const one of groups) {
      one.hidden = !one.querySelector(".item:not([hidden]), .statement:not([hidden])");
    }
    say(report, `${items.length - hidden.size} of ${items.length} findings shown`);
    align(report);
  };
  form.hidden = false;
  form.addEventListener("change", apply);
  report.addEventListener("showall", () => {
    for (const box of form.querySelectorAll("input:not([name=keys])")) box.checked = true;
    for (const choice of form.querySelectorAll("select")) choice.value = "";
    apply();
  });
  say(report, `${items.length} of ${items.length} findings shown`);
};
