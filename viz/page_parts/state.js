// What is selected, what is pointed at and what is hidden; each part of the page is told of a change.
const state = { chosen: null, pointed: null, hovered: null, hiddenKinds: new Set(), hiddenRelations: new Set() };
const watchers = [];

function same(one, other) {
  return one === other || (one && other && one.what === other.what && one.place === other.place);
}

function changed(what) {
  for (const watcher of watchers) watcher(what);
}

function choose(target) {
  state.chosen = target;
  state.pointed = null;
  if (target) reveal(target);
  changed("chosen");
  const { rows: lit } = light();
  announce(target ? said("selected", { name: nameOf(target), rows: lit.size }) : words.cleared);
}

function point(target) {
  if (same(state.pointed, target)) return;
  state.pointed = target;
  changed("pointed");
}

// What is found or chosen is shown, also where its kind was hidden.
function reveal({ what, place }) {
  const points = { node: () => [place], edge: () => [ends[place].from, ends[place].to], row: () => paths[place].nodes }[what]();
  const lines = { node: () => [], edge: () => [place], row: () => paths[place].edges }[what]();
  for (const point of points) state.hiddenKinds.delete(nodes[point].kind);
  for (const line of lines) state.hiddenRelations.delete(edges[line].kind);
}

function hover(target) {
  if (same(state.hovered, target)) return;
  state.hovered = target;
  changed("hovered");
}

function filter() {
  return [...state.hiddenKinds, "", ...state.hiddenRelations].join("\n");
}

function nameOf({ what, place }) {
  if (what === "node") return nodes[place].name;
  if (what === "row") return rows[place].cells[0] || "–";
  const edge = edges[place];
  return `${nodes[ends[place].from].name} ${relationOf.get(edge.kind).label} ${nodes[ends[place].to].name}`;
}

function rowsLitBy({ what, place }) {
  if (what === "row") return [place];
  if (what === "edge") return rowsOfEdge[place];
  return rowsAbout[place].length ? rowsAbout[place] : rowsOfNode[place];
}

function lightOf(target) {
  const lit = { nodes: new Set(), edges: new Set(), rows: new Set(rowsLitBy(target)) };
  for (const row of lit.rows) {
    for (const node of paths[row].nodes) lit.nodes.add(node);
    for (const edge of paths[row].edges) lit.edges.add(edge);
  }
  if (target.what === "node") lightNode(target.place, lit);
  if (target.what === "edge") lit.edges.add(target.place);
  for (const edge of lit.edges) lit.nodes.add(ends[edge].from).add(ends[edge].to);
  return lit;
}

function lightNode(place, lit) {
  lit.nodes.add(place);
  if (!lit.edges.size) for (const edge of edgesOfNode[place]) lit.edges.add(edge);
}

const NOTHING = { nodes: new Set(), edges: new Set(), rows: new Set() };
let shining = { target: null, lit: NOTHING };

function light() {
  const target = state.pointed || state.chosen;
  if (target !== shining.target) shining = { target, lit: target ? lightOf(target) : NOTHING };
  return shining.lit;
}

function nodeShown(place) {
  return !state.hiddenKinds.has(nodes[place].kind);
}

function edgeShown(place) {
  return !state.hiddenRelations.has(edges[place].kind) && nodeShown(ends[place].from) && nodeShown(ends[place].to);
}
