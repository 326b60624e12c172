// The shapes of kinds, drawn from the same corners in the picture and in the legend.
const INK = "#1b1f24";
const PAPER = "#ffffff";
const PANE = "http://www.w3.org/2000/svg";

function ring(count, turn, radius = () => 1) {
  return Array.from({ length: count }, (_, step) => {
    const angle = turn + (2 * Math.PI * step) / count;
    return [radius(step) * Math.cos(angle), radius(step) * Math.sin(angle)];
  });
}

const UP = -Math.PI / 2;
const CORNERS = new Map([
  ["square", ring(4, UP / 2, () => 1.2)],
  ["diamond", ring(4, UP, () => 1.25)],
  ["triangle", ring(3, UP, () => 1.3)],
  ["triangleDown", ring(3, -UP, () => 1.3)],
  ["hexagon", ring(6, 0, () => 1.15)],
  ["star", ring(10, UP, (step) => (step % 2 ? 0.6 : 1.4))],
]);
const WIDEST = 1.4;
const ASKED = 1.55;

function trace(ctx, shape, x, y, radius) {
  ctx.beginPath();
  const corners = CORNERS.get(shape);
  if (corners) corners.forEach(([dx, dy]) => ctx.lineTo(x + dx * radius, y + dy * radius));
  else ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.closePath();
}

function svg(tag, attributes, ...children) {
  const element = document.createElementNS(PANE, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function shapeSample(kind) {
  const look = { fill: kind.hollow ? PAPER : kind.colour, stroke: kind.hollow ? kind.colour : INK };
  look["stroke-width"] = kind.hollow ? 2.5 : 1;
  const corners = CORNERS.get(kind.shape);
  const points = corners && corners.map(([x, y]) => `${(x * 7).toFixed(2)},${(y * 7).toFixed(2)}`).join(" ");
  const mark = corners ? svg("polygon", { points, ...look }) : svg("circle", { r: 7, ...look });
  return svg("svg", { viewBox: "-11 -11 22 22", width: 22, height: 22, "aria-hidden": "true" }, mark);
}

function lineSample(relation) {
  const look = { stroke: relation.colour, "stroke-width": relation.width + 0.5 };
  const line = svg("line", { x1: 0, y1: 6, x2: 34, y2: 6, "stroke-dasharray": relation.dashes.join(" "), ...look });
  const tip = svg("polygon", { points: "34,1 44,6 34,11", fill: relation.colour });
  return svg("svg", { viewBox: "0 0 44 12", width: 44, height: 12, "aria-hidden": "true" }, line, tip);
}
