// The table: sorted by its headings, walked through by keyboard, lit with the picture.
const table = { body: null, lines: [], placeOf: new Map(), shown: new Set() };
const collator = new Intl.Collator(picture.lang, { numeric: true });

function startTable(withPicture) {
  find("table").querySelector(".help").hidden = false;
  table.body = document.querySelector("tbody");
  table.lines = [...table.body.rows];
  table.lines.forEach((line, place) => table.placeOf.set(line, place));
  const headings = [...document.querySelectorAll("thead th")].slice(0, picture.columns.length);
  headings.forEach((heading, column) => sortable(heading, column));
  if (!withPicture) return;
  table.lines.forEach(selectable);
  table.body.addEventListener("mouseover", (event) => point(lineTarget(event.target)));
  table.body.addEventListener("mouseleave", () => point(null));
  table.body.addEventListener("focusin", (event) => point(lineTarget(event.target)));
  table.body.addEventListener("focusout", () => point(null));
  table.body.addEventListener("keydown", walk);
  table.body.addEventListener("click", (event) => {
    if (!event.target.closest("a, button")) chooseRow(lineTarget(event.target));
  });
  watchers.push(lightRows);
}

function sortable(heading, column) {
  const button = make("button", { type: "button", className: "sort" }, ...heading.childNodes);
  button.addEventListener("click", () => sortBy(column, heading));
  heading.append(button);
}

function sortBy(column, heading) {
  const up = heading.getAttribute("aria-sort") !== "ascending";
  for (const other of document.querySelectorAll("thead th")) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", up ? "ascending" : "descending");
  const order = rows.map((_, place) => place).sort((a, b) => compare(rows[a].sort[column], rows[b].sort[column], up) || a - b);
  table.body.append(...order.map((place) => table.lines[place]));
  const name = columnLabel(picture.columns[column]);
  announce(said(up ? "sorted_ascending" : "sorted_descending", { column: name }));
}

function compare(one, other, up) {
  const empty = (value) => value === null || value === undefined || value === "";
  if (empty(one) || empty(other)) return Number(empty(one)) - Number(empty(other));
  const numbers = typeof one === "number" && typeof other === "number";
  const order = numbers ? one - other : collator.compare(String(one), String(other));
  return up ? order : -order;
}

function selectable(line, place) {
  const head = line.querySelector("th");
  const button = make("button", { type: "button", className: "pick", text: head.textContent, tabIndex: place ? -1 : 0 });
  button.setAttribute("aria-pressed", "false");
  button.addEventListener("click", () => chooseRow({ what: "row", place }));
  head.replaceChildren(button);
}

function lineTarget(element) {
  const line = element.closest("tbody tr");
  return line ? { what: "row", place: table.placeOf.get(line) } : null;
}

function chooseRow(target) {
  const isNew = !same(target, state.chosen);
  choose(isNew ? target : null);
  if (isNew) showPanel();
}

function focusRow(place) {
  const button = table.lines[place].querySelector(".pick");
  button.focus({ preventScroll: true });
  button.scrollIntoView({ block: "center" });
}

function walk(event) {
  const buttons = [...table.body.querySelectorAll(".pick")];
  const now = buttons.indexOf(event.target);
  const step = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (now < 0 || step === undefined || !buttons[step]) return;
  event.preventDefault();
  buttons[now].tabIndex = -1;
  buttons[step].tabIndex = 0;
  buttons[step].focus();
}

function lightRows() {
  const lit = light().rows;
  for (const place of table.shown) if (!lit.has(place)) paintRow(place, false);
  for (const place of lit) paintRow(place, true);
  table.shown = lit;
}

function paintRow(place, lit) {
  table.lines[place].classList.toggle("lit", lit);
  table.lines[place].querySelector(".pick").setAttribute("aria-pressed", String(lit));
}
