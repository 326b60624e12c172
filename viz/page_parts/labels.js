// Which labels are drawn, and where: the most important first, none over another label or over a node.
// All lengths are in pixels on the screen, from the place where the drawing's own zero is.
const FACE = '"Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif';
const FONT = 14;
const EDGE_FONT = 12;
const FEW = 60;
const FEW_EDGES = 40;
const FIRST = 40;
const MOST_LINES = 4;
const MOST_SIGNS = 28;
const NARROWER = [16, 12];
const GAP = 3;
const CELL = 80;
const ALONG = [0.5, 0.42, 0.58, 0.35, 0.65];
const few = nodes.length <= FEW;
const byRank = nodes.map((_, place) => place).sort((a, b) => nodes[a].rank - nodes[b].rank || a - b);
const given = (drawn ? drawn.nodes : []).map((node) => shortened(String(node.label).split("\n")));
const wrappings = [given, ...(few ? NARROWER.map((most) => given.map((label) => shortened(wrapped(label, most)))) : [])];
const measured = new Map();

function wrapped(label, most) {
  const broken = [];
  for (const word of label.join(" ").split(" ")) {
    const last = broken.length - 1;
    if (last >= 0 && broken[last].length + word.length < most) broken[last] += ` ${word}`;
    else broken.push(word);
  }
  return broken;
}

function shortened(label) {
  const all = label.filter(Boolean);
  const kept = all.slice(0, MOST_LINES).map((line) => cut(line, MOST_SIGNS));
  if (all.length > MOST_LINES) kept[MOST_LINES - 1] = cut(`${kept[MOST_LINES - 1]} …`, MOST_SIGNS);
  return kept;
}

function cut(line, most) {
  const signs = Array.from(line.slice(0, 4 * most));
  return signs.length > most ? `${signs.slice(0, most - 1).join("")}…` : line;
}

function font(size, heavy) {
  return `${heavy ? "bold " : ""}${size}px ${FACE}`;
}

function widthOf(ctx, text, size, heavy) {
  const key = `${heavy ? 1 : 0}${text}`;
  if (!measured.has(key)) {
    ctx.font = font(FONT, heavy);
    measured.set(key, ctx.measureText(text).width / FONT);
  }
  return measured.get(key) * size;
}

class Taken {
  constructor() {
    this.cells = new Map();
  }

  * near(box) {
    for (let x = Math.floor(box.x / CELL); x <= (box.x + box.width) / CELL; x += 1) {
      for (let y = Math.floor(box.y / CELL); y <= (box.y + box.height) / CELL; y += 1) yield `${x},${y}`;
    }
  }

  add(box) {
    for (const cell of this.near(box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push(box);
    }
  }

  copy() {
    const other = new Taken();
    for (const [cell, boxes] of this.cells) other.cells.set(cell, [...boxes]);
    return other;
  }

  free(box) {
    for (const cell of this.near(box)) {
      for (const other of this.cells.get(cell) || []) if (overlap(box, other)) return false;
    }
    return true;
  }
}

function overlap(a, b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function markerBox(place, scale) {
  const half = radiusAt(place, scale) * scale * (nodes[place].asked ? ASKED + 0.1 : WIDEST);
  return { x: nodes[place].x * scale - half, y: nodes[place].y * scale - half, width: 2 * half, height: 2 * half };
}

// The labels as given, or broken into narrower lines where more of them find room that way, above or below their node.
function bestNodeLabels(ctx, scale) {
  const marks = new Taken();
  nodes.forEach((_, id) => nodeShown(id) && marks.add(markerBox(id, scale)));
  let best = null;
  for (const lines of wrappings) {
    const taken = { marks, labels: new Taken() };
    const found = greedyLabels(ctx, scale, taken, lines);
    const placedWell = found.filter((label) => !label.beside).length;
    const worth = 2 * found.length + placedWell;
    if (!best || worth > best.worth) best = { found, taken, lines, worth };
    if (placedWell === nodes.length) break;
  }
  return best;
}

function sizeAt(scale) {
  return Math.min(FONT, Math.max(12, FONT * scale));
}

function greedyLabels(ctx, scale, taken, lines) {
  const most = few ? Infinity : FIRST * Math.max(1, scale / view.whole) ** 2;
  const found = [];
  for (const place of byRank) {
    if (found.length >= most) break;
    const label = nodeShown(place) && placed(ctx, place, scale, taken, lines[place], false);
    if (label) found.push(label);
  }
  return found;
}

// Of the labels that there are, those of what is lit, where they were; then the rest of what is lit; then what is needed.
function nodeLabelsNow(ctx, scale, base, lit) {
  const needed = [state.hovered, state.chosen].filter((target) => target && target.what === "node").map(({ place }) => place);
  if (!lit.nodes.size && needed.every((place) => base.found.some((label) => label.place === place))) {
    return { labels: base.found, taken: { marks: base.taken.marks, labels: base.taken.labels.copy() } };
  }
  const wanted = (place) => !lit.nodes.size || lit.nodes.has(place);
  const labels = base.found.filter((label) => wanted(label.place) || needed.includes(label.place));
  const taken = { marks: base.taken.marks, labels: new Taken() };
  for (const { box } of labels) taken.labels.add(box);
  const have = new Set(labels.map((label) => label.place));
  for (const place of [...byRank.filter((one) => lit.nodes.has(one)), ...needed]) {
    const label = !have.has(place) && nodeShown(place) && placed(ctx, place, scale, taken, base.lines[place], needed.includes(place));
    if (label) labels.push(label);
    have.add(place);
  }
  return { labels, taken };
}

function placed(ctx, place, scale, taken, lines, needed) {
  const size = sizeAt(scale);
  const heavy = nodes[place].asked || nodes[place].answers;
  const width = Math.max(...lines.map((line) => widthOf(ctx, line, size, heavy))) + 4;
  const height = lines.length * size * 1.2;
  const mark = markerBox(place, scale);
  const middle = { x: mark.x + mark.width / 2 - width / 2, y: mark.y + mark.height / 2 - height / 2 };
  const below = { x: middle.x, y: mark.y + mark.height + GAP, width, height };
  const spots = [
    below,
    { x: middle.x, y: mark.y - height - GAP, width, height },
    { x: mark.x + mark.width + GAP, y: middle.y, width, height },
    { x: mark.x - width - GAP, y: middle.y, width, height },
  ];
  const free = (spot) => withinReach(spot, scale) && taken.labels.free(spot);
  // among very many nodes no label has a place of its own: the most important then lie over lesser nodes
  const box = spots.find((spot) => free(spot) && taken.marks.free(spot)) || (!few && spots.find(free)) || (needed ? drawnIn(below, scale) : null);
  if (!box) return null;
  taken.labels.add(box);
  return { place, box, size, heavy, lines, beside: spots.indexOf(box) > 1 };
}

function withinReach(box, scale) {
  const reach = view.reach;
  return box.x >= reach.left * scale && box.x + box.width <= reach.right * scale && box.y >= reach.top * scale && box.y + box.height <= reach.bottom * scale;
}

function drawnIn(box, scale) {
  const { left, right } = view.reach;
  return { ...box, x: Math.max(left * scale, Math.min(box.x, right * scale - box.width)) };
}

function edgeLabels(ctx, scale, taken, lit, pointOn) {
  const found = [];
  const every = edges.length <= FEW_EDGES || (!few && scale >= 1) ? edges.keys() : [];
  const hovered = state.hovered && state.hovered.what === "edge" ? [state.hovered.place] : [];
  for (const place of new Set([...hovered, ...(lit.edges.size ? [...lit.edges].sort((a, b) => a - b) : every)])) {
    if (!edgeShown(place)) continue;
    const label = placedAlong(ctx, place, scale, taken, pointOn);
    if (!label) continue;
    taken.labels.add(label.box);
    found.push(label);
  }
  return found;
}

function placedAlong(ctx, place, scale, taken, pointOn) {
  const text = cut(relationOf.get(edges[place].kind).label, MOST_SIGNS);
  const width = widthOf(ctx, text, EDGE_FONT, false) + 6;
  const height = EDGE_FONT * 1.3;
  for (const part of ALONG) {
    const at = pointOn(place, part);
    const box = { x: at.x * scale - width / 2, y: at.y * scale - height / 2, width, height };
    if (taken.marks.free(box) && taken.labels.free(box)) return { place, box, text };
  }
  if (![state.hovered, state.chosen].some((target) => same(target, { what: "edge", place }))) return null;
  const at = pointOn(place, 0.5);
  return { place, text, box: { x: at.x * scale - width / 2, y: at.y * scale - height / 2, width, height } };
}

function writeNodeLabel(ctx, { box, size, heavy, lines: written }) {
  ctx.font = font(size, heavy);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.direction = "ltr";
  ctx.lineJoin = "round";
  ctx.lineWidth = 5;
  ctx.strokeStyle = PAPER;
  ctx.fillStyle = INK;
  written.forEach((line, step) => {
    const y = box.y + (step + 0.5) * size * 1.2;
    ctx.strokeText(line, box.x + box.width / 2, y);
    ctx.fillText(line, box.x + box.width / 2, y);
  });
}

function writeEdgeLabel(ctx, { place, box, text }) {
  ctx.font = font(EDGE_FONT, false);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.fillStyle = PAPER;
  ctx.fillRect(box.x, box.y, box.width, box.height);
  ctx.fillStyle = relationOf.get(edges[place].kind).colour;
  ctx.fillText(text, box.x + box.width / 2, box.y + box.height / 2);
}
