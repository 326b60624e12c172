// What is known of the selected node, edge or row, beside the picture.
const FIRST_LINKS = 20;

function startPanel() {
  find("picture-part").querySelector("details.help").hidden = false;
  watchers.push((what) => what === "chosen" && fillPanel());
  find("panel").hidden = false;
  fillPanel();
}

function fillPanel() {
  const panel = find("panel");
  panel.replaceChildren(...(state.chosen ? contents(state.chosen) : [make("p", { text: words.panel_empty, className: "empty" })]));
  panel.scrollTop = 0;
}

function contents(target) {
  const fill = { node: nodeContents, edge: edgeContents, row: rowContents }[target.what];
  const clear = make("button", { type: "button", text: words.clear, className: "clear", onclick: () => choose(null) });
  return [...fill(target.place), make("p", { className: "ends" }, clear, ...backToRow(target))];
}

function backToRow({ what, place }) {
  if (what !== "row") return [];
  return [make("button", { type: "button", text: words.back_to_row, className: "back", onclick: () => focusRow(place) })];
}

function nodeContents(place) {
  const node = nodes[place];
  const kind = kindOf.get(node.kind);
  return [
    make("h3", { text: node.name }),
    make("p", { className: "kind" }, shapeSample(kind), make("span", { text: kind.label })),
    ...aliases(node.also),
    ...factList(node.facts),
    ...links(place),
    ...sourceList(node.sources),
  ];
}

function edgeContents(place) {
  const edge = edges[place];
  const relation = relationOf.get(edge.kind);
  return [
    make("h3", { className: "sentence" }, nodeButton(ends[place].from), ` ${relation.label} `, nodeButton(ends[place].to)),
    make("p", { className: "kind" }, lineSample(relation)),
    ...factList(edge.facts),
    ...sourceList(edge.sources),
  ];
}

function rowContents(place) {
  const row = rows[place];
  const facts = row.cells.slice(1).map((value, step) => ({ label: columnLabel(picture.columns[step + 1]), value }));
  return [
    make("h3", { text: row.cells[0] || "–" }),
    ...factList(facts.filter((fact) => fact.value)),
    ...linkList(paths[place].edges.map((edge) => make("li", {}, ...sentence(edge), ...dates(edge)))),
    ...sourceList(row.sources),
  ];
}

function columnLabel({ label, unit }) {
  return unit ? `${label} (${unit})` : label;
}

function aliases(names) {
  return names.length ? [make("p", { text: `${words.also}: ${names.join(", ")}`, className: "also" })] : [];
}

function factList(facts) {
  if (!facts.length) return [];
  const pairs = facts.flatMap(({ label, value }) => [make("dt", { text: label }), make("dd", { text: value })]);
  return [make("h4", { text: words.facts }), make("dl", {}, ...pairs)];
}

function nodeButton(place) {
  const node = nodes[place];
  return make("button", { type: "button", className: "name", text: node.name, onclick: () => goTo(place) });
}

function goTo(place) {
  choose({ what: "node", place });
  focusPanel();
}

function focusPanel() {
  const heading = find("panel").querySelector("h3");
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

// What a row tells stands beside the picture, which may be far above it.
function showPanel() {
  focusPanel();
  find("picture-part").scrollIntoView({ block: "start" });
}

function sentence(edge) {
  const { from, to } = ends[edge];
  return [nodeButton(from), ` ${relationOf.get(edges[edge].kind).label} `, nodeButton(to)];
}

function sentenceFrom(edge, place) {
  const { from, to } = ends[edge];
  const label = relationOf.get(edges[edge].kind).label;
  if (from === place) return [`${label} `, nodeButton(to)];
  return [nodeButton(from), ` ${label} ${nodes[place].name}`];
}

function dates(edge) {
  const told = edges[edge].facts.map(({ label, value }) => `${label} ${value}`).join(", ");
  const numbers = edges[edge].sources.map(({ number }) => sourceLink(number, `[${number}]`));
  return [...(told ? [make("span", { text: ` (${told})`, className: "dates" })] : []), ...numbers.flatMap((link) => [" ", link])];
}

function links(place) {
  return linkList(edgesOfNode[place].map((edge) => make("li", {}, ...sentenceFrom(edge, place), ...dates(edge))));
}

function linkList(items) {
  if (!items.length) return [];
  const list = make("ul", { className: "links" }, ...items.slice(0, FIRST_LINKS));
  const rest = items.slice(FIRST_LINKS);
  if (!rest.length) return [make("h4", { text: words.links }), list];
  const more = make("button", { type: "button", text: said("all_links", { count: items.length }) });
  more.addEventListener("click", () => {
    list.append(...rest);
    more.remove();
  });
  return [make("h4", { text: words.links }), list, more];
}

function sourceList(cited) {
  if (!cited.length) return [];
  const items = cited.filter(({ number }) => sourceOf.has(number)).map(sourceItem);
  return [make("h4", { text: words.sources }), make("ul", { className: "cited" }, ...items)];
}

function sourceItem({ number, places: where }) {
  return make("li", {}, sourceLink(number), `: ${sourceOf.get(number).title}`, ...(where ? [make("span", { text: ` ${where}`, className: "places" })] : []));
}

function sourceLink(number, text = said("source", { number })) {
  const link = make("a", { href: `#source-${number}`, text });
  link.setAttribute("aria-label", said("source", { number }));
  return link;
}
