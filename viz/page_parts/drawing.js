// The drawing: vis-network draws lines and calls our marks; what is not lit fades; labels come last.
const DIM = "rgba(255, 255, 255, 0.82)";
const REACH = 12;
const MANY = 1500;
const FAR = 0.35;
let labelled = { nodes: [], edges: [] };
let base = { key: "" };

function radiusAt(place, scale) {
  const radius = nodes[place].asked ? 14 : nodes[place].answers ? 12 : 10;
  return Math.max(radius, (few ? 6 : 3) / scale);
}

function mark({ ctx, id, x, y }) {
  const scale = view.network ? view.network.getScale() : 1;
  const radius = radiusAt(id, scale);
  return {
    drawNode: () => drawMark(ctx, nodes[id], x, y, radius, scale),
    nodeDimensions: { width: 2 * radius * WIDEST, height: 2 * radius * WIDEST },
  };
}

function drawMark(ctx, node, x, y, radius, scale) {
  const kind = kindOf.get(node.kind);
  ctx.setLineDash([]);
  if (node.asked) {
    trace(ctx, "dot", x, y, radius * ASKED);
    ctx.fillStyle = PAPER;
    ctx.fill();
    ctx.lineWidth = 2.5;
    ctx.strokeStyle = INK;
    ctx.stroke();
  }
  const size = node.asked ? radius * 0.85 : radius;
  trace(ctx, kind.shape, x, y, size);
  ctx.fillStyle = kind.hollow ? PAPER : kind.colour;
  ctx.fill();
  ctx.lineWidth = kind.hollow ? size * 0.35 : Math.min(1.2, 0.5 / scale);
  ctx.strokeStyle = kind.hollow ? kind.colour : INK;
  ctx.stroke();
}

function pointOn(place, part) {
  const type = view.network.body.edges[place].edgeType;
  return type.getPoint(part, type.getViaNode());
}

function afterwards(ctx) {
  const lit = light();
  if (lit.nodes.size) relight(ctx, lit);
  const scale = view.network.getScale();
  ctx.save();
  ctx.scale(1 / scale, 1 / scale);
  placeLabels(ctx, scale, lit);
  for (const label of labelled.edges) writeEdgeLabel(ctx, label);
  for (const label of labelled.nodes) writeNodeLabel(ctx, label);
  ringChosen(ctx, scale);
  ctx.restore();
  drawnAt = drawnAt || performance.now();
}

let drawnAt = 0;

// Of very many lines seen from afar neither tips nor dashes can be told apart, and each costs as much as near by.
function drawManyFromAfar(renderer) {
  const far = () => edges.length > MANY && view.network.getScale() < FAR;
  const { _drawEdges: lines, _drawArrows: tips } = renderer;
  renderer._drawEdges = (ctx) => (far() ? drawThinLines(ctx) : lines.call(renderer, ctx));
  renderer._drawArrows = (ctx) => far() || tips.call(renderer, ctx);
}

function drawThinLines(ctx) {
  ctx.setLineDash([]);
  ctx.lineWidth = 0.4 / view.network.getScale();
  ctx.globalAlpha = 0.5;
  for (const { id, colour } of picture.relations) {
    ctx.strokeStyle = colour;
    ctx.beginPath();
    edges.forEach((edge, place) => {
      if (edge.kind !== id || !edgeShown(place)) return;
      ctx.moveTo(nodes[ends[place].from].x, nodes[ends[place].from].y);
      ctx.lineTo(nodes[ends[place].to].x, nodes[ends[place].to].y);
    });
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}

function relight(ctx, lit) {
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.fillStyle = DIM;
  ctx.fillRect(0, 0, ctx.canvas.width, ctx.canvas.height);
  ctx.restore();
  const { body } = view.network;
  const shownEdges = [...lit.edges].filter(edgeShown).map((id) => body.edges[id]);
  for (const line of shownEdges) line.draw(ctx);
  for (const id of lit.nodes) if (nodeShown(id)) body.nodes[id].draw(ctx);
  for (const line of shownEdges) line.drawArrows(ctx);
}

function placeLabels(ctx, scale, lit) {
  const key = `${scale} ${view.whole} ${filter()}`;
  if (base.key !== key) base = { key, ...bestNodeLabels(ctx, scale) };
  const found = nodeLabelsNow(ctx, scale, base, lit);
  labelled = { nodes: found.labels, edges: edgeLabels(ctx, scale, found.taken, lit, pointOn) };
}

function ringChosen(ctx, scale) {
  if (!state.chosen || state.chosen.what !== "node") return;
  const { x, y } = nodes[state.chosen.place];
  trace(ctx, "dot", x * scale, y * scale, radiusAt(state.chosen.place, scale) * scale * ASKED + 3);
  ctx.setLineDash([]);
  ctx.lineWidth = 3;
  ctx.strokeStyle = "#0b57d0";
  ctx.stroke();
}

function targetAt(dom, lines) {
  const at = view.network.DOMtoCanvas(dom);
  const scale = view.network.getScale();
  const node = nearestNode(at, scale) ?? labelAt(at, scale);
  if (node !== undefined) return { what: "node", place: node };
  const line = lines ? view.network.getEdgeAt(dom) : undefined;
  return line === undefined ? null : { what: "edge", place: line };
}

function nearestNode(at, scale) {
  let best;
  let least = Infinity;
  nodes.forEach((node, id) => {
    const away = Math.hypot(node.x - at.x, node.y - at.y);
    if (away >= least || away > Math.max(radiusAt(id, scale), REACH / scale) || !nodeShown(id)) return;
    least = away;
    best = id;
  });
  return best;
}

function labelAt(at, scale) {
  const spot = { x: at.x * scale, y: at.y * scale, width: 1, height: 1 };
  return labelled.nodes.find((label) => overlap(label.box, spot))?.place;
}

let hiddenNow = filter();

function hideAndShow() {
  if (filter() === hiddenNow) return;
  hiddenNow = filter();
  const { nodes: points, edges: connections } = view.data;
  points.update(nodes.map((_, id) => ({ id, hidden: !nodeShown(id) })).filter((now) => differs(points, now)));
  connections.update(edges.map((_, id) => ({ id, hidden: !edgeShown(id) })).filter((now) => differs(connections, now)));
}

function differs(set, { id, hidden }) {
  return Boolean(set.get(id).hidden) !== hidden;
}

function listen(box, canvas) {
  const at = (event) => {
    const frame = box.getBoundingClientRect();
    return { x: event.clientX - frame.left, y: event.clientY - frame.top };
  };
  view.network.on("click", ({ pointer }) => choose(targetAt(pointer.DOM, true)));
  view.network.on("dragStart", () => {
    view.moved = true;
  });
  view.network.on("zoom", () => {
    view.moved = true;
  });
  canvas.addEventListener("mousemove", (event) => {
    if (event.buttons) return;
    const target = targetAt(at(event), edges.length <= 2000);
    canvas.style.cursor = target ? "pointer" : "grab";
    hover(target);
  });
  canvas.addEventListener("mouseleave", () => hover(null));
  box.addEventListener("wheel", (event) => event.ctrlKey || event.stopPropagation(), { capture: true });
}

function startDrawing() {
  const box = find("drawing");
  const points = drawn.nodes.map(({ label, ...node }) => ({ ...node, shape: "custom", ctxRenderer: mark }));
  view.data = { nodes: new vis.DataSet(points), edges: new vis.DataSet(drawn.edges) };
  box.style.height = `${Math.round(heightFor(box.clientWidth))}px`;
  view.network = new vis.Network(box, view.data, {
    autoResize: false,
    physics: false,
    layout: { improvedLayout: false },
    interaction: { dragNodes: false, selectable: false, hover: false },
    edges: { arrows: { to: { scaleFactor: 0.7 } }, arrowStrikethrough: false },
  });
  drawManyFromAfar(view.network.renderer);
  view.network.on("afterDrawing", afterwards);
  const frame = box.firstElementChild;
  frame.removeAttribute("tabindex"); // the box around it takes the keys
  const canvas = frame.querySelector("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", said("drawing", { nodes: nodes.length, edges: edges.length }));
  listen(box, canvas);
  resize();
  watchers.push(hideAndShow, () => view.network.redraw());
}
