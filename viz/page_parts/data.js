// What the page is about, and small helpers that every part uses.
const { picture, words, network: drawn } = JSON.parse(document.getElementById("data").textContent);
const nodes = picture.nodes;
const edges = picture.edges;
const rows = picture.rows;
const kindOf = new Map(picture.kinds.map((kind) => [kind.id, kind]));
const relationOf = new Map(picture.relations.map((relation) => [relation.id, relation]));
const sourceOf = new Map(picture.sources.map((source) => [source.number, source]));
const nodePlace = new Map(nodes.map((node, place) => [node.id, place]));
const edgePlace = new Map(edges.map((edge, place) => [edge.id, place]));
const places = (ids, placeOf) => ids.map((id) => placeOf.get(id)).filter((place) => place !== undefined);
const ends = edges.map((edge) => ({ from: nodePlace.get(edge.from), to: nodePlace.get(edge.to) }));
const paths = rows.map((row) => ({
  nodes: places(row.nodes, nodePlace),
  edges: places(row.edges, edgePlace),
  subject: nodePlace.get(row.subject),
}));

function grouped(keysOf, count, items) {
  const groups = Array.from({ length: count }, () => []);
  items.forEach((item, place) => {
    for (const key of new Set(keysOf(item))) groups[key].push(place);
  });
  return groups;
}

const rowsOfNode = grouped((path) => path.nodes, nodes.length, paths);
const rowsOfEdge = grouped((path) => path.edges, edges.length, paths);
const rowsAbout = grouped((path) => (path.subject === undefined ? [] : [path.subject]), nodes.length, paths);
const edgesOfNode = grouped((end) => [end.from, end.to], nodes.length, ends);

function said(name, values = {}) {
  return words[name].replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
}

function make(tag, { text, ...properties } = {}, ...children) {
  const element = document.createElement(tag);
  Object.assign(element, properties);
  if (text !== undefined) element.textContent = text;
  element.append(...children);
  return element;
}

function find(id) {
  return document.getElementById(id);
}

function announce(text) {
  find("said").textContent = text;
}
