// Puts the parts together, and lets tests see what is drawn.
function boxes() {
  const frame = find("drawing").getBoundingClientRect();
  const scale = view.network.getScale();
  const zero = view.network.canvasToDOM({ x: 0, y: 0 });
  const onPage = (what, id, box) => ({
    what,
    id,
    x: box.x + zero.x + frame.left + window.scrollX,
    y: box.y + zero.y + frame.top + window.scrollY,
    width: box.width,
    height: box.height,
  });
  return [
    ...nodes.map((node, place) => place).filter(nodeShown).map((place) => onPage("node", nodes[place].id, markerBox(place, scale))),
    ...labelled.nodes.map(({ place, box }) => onPage("label", nodes[place].id, box)),
    ...labelled.edges.map(({ place, box }) => onPage("edge-label", edges[place].id, box)),
  ];
}

function selected() {
  const of = { node: nodes, edge: edges, row: rows };
  return state.chosen && (of[state.chosen.what][state.chosen.place].id ?? `row ${state.chosen.place}`);
}

function lit() {
  const { nodes: points, edges: connections, rows: litRows } = light();
  return {
    nodes: [...points].map((place) => nodes[place].id),
    edges: [...connections].map((place) => edges[place].id),
    rows: [...litRows],
  };
}

function start() {
  if (rows.length) startTable(Boolean(drawn));
  if (!drawn) return;
  startLegend();
  startSearch();
  startPanel();
  startDrawing();
  startView();
  document.addEventListener("keydown", (event) => event.key === "Escape" && state.chosen && choose(null));
  window.kompetansegraf = Object.freeze({ boxes, selected, lit, drawnAt: () => drawnAt, scale: () => view.network.getScale() });
}

start();
