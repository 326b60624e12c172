// Where the drawing is looked at from: its height on the page, what fits into it, and moving about in it.
const view = { network: null, whole: 1, width: 0, moved: false, reach: null };
const NEAREST = 4;
const ROOM = { x: 95, y: 45 };
const STEP = 60;

function extent() {
  const xs = nodes.map((node) => node.x);
  const ys = nodes.map((node) => node.y);
  const least = (all) => all.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (all) => all.reduce((a, b) => Math.max(a, b), -Infinity);
  return { left: least(xs), right: most(xs), top: least(ys), bottom: most(ys) };
}

const outer = extent();
const wide = outer.right - outer.left;
const high = outer.bottom - outer.top;

function heightFor(width) {
  const scale = Math.min(1, Math.max(0.1, (width - 2 * ROOM.x) / Math.max(wide, 1)));
  const needed = high * scale + 2 * ROOM.y + 30;
  if (few) return Math.min(2000, Math.max(width < 600 ? 320 : 420, needed));
  return Math.max(420, Math.min(needed, window.innerHeight * 0.85));
}

function fitting(width, height) {
  const across = (width - 2 * Math.min(ROOM.x, width / 6)) / Math.max(wide, 1);
  return Math.min(1, across, (height - 2 * ROOM.y) / Math.max(high, 1));
}

function resize() {
  const box = find("drawing");
  const width = box.clientWidth;
  if (!width || width === view.width) return;
  view.width = width;
  box.style.height = `${Math.round(heightFor(width))}px`;
  find("panel").style.setProperty("--beside", box.style.height);
  view.whole = fitting(width, box.clientHeight);
  view.reach = reachOf(width / view.whole, box.clientHeight / view.whole);
  view.network.setSize(`${width}px`, `${box.clientHeight}px`);
  if (view.moved) view.network.redraw();
  else lookAtAll();
}

// What is seen of the whole: no label goes beyond it.
function reachOf(width, height) {
  const { x, y } = centre();
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function centre() {
  return { x: (outer.left + outer.right) / 2, y: (outer.top + outer.bottom) / 2 + 8 / view.whole };
}

function look(position, scale) {
  view.network.moveTo({ position, scale: Math.min(NEAREST, Math.max(view.whole / 2, scale)), animation: false });
}

function lookAtAll() {
  view.moved = false;
  look(centre(), view.whole);
}

function lookAt(place) {
  const at = view.network.canvasToDOM(nodes[place]);
  const { clientWidth: width, clientHeight: height } = find("drawing");
  if (few && at.x > 20 && at.y > 20 && at.x < width - 20 && at.y < height - 20) return;
  view.moved = true;
  look({ x: nodes[place].x, y: nodes[place].y }, Math.max(view.network.getScale(), few ? view.whole : 1));
}

function zoomBy(factor) {
  view.moved = true;
  look(view.network.getViewPosition(), view.network.getScale() * factor);
}

function moveBy(x, y) {
  view.moved = true;
  const scale = view.network.getScale();
  const now = view.network.getViewPosition();
  look({ x: now.x + (x * STEP) / scale, y: now.y + (y * STEP) / scale }, scale);
}

const KEYS = new Map([
  ["ArrowLeft", () => moveBy(-1, 0)],
  ["ArrowRight", () => moveBy(1, 0)],
  ["ArrowUp", () => moveBy(0, -1)],
  ["ArrowDown", () => moveBy(0, 1)],
  ["+", () => zoomBy(1.3)],
  ["-", () => zoomBy(1 / 1.3)],
  ["0", lookAtAll],
]);

function startView() {
  find("enlarge").addEventListener("click", () => zoomBy(1.3));
  find("shrink").addEventListener("click", () => zoomBy(1 / 1.3));
  find("whole").addEventListener("click", lookAtAll);
  find("drawing").addEventListener("keydown", (event) => {
    const move = event.ctrlKey || event.metaKey || event.altKey ? null : KEYS.get(event.key);
    if (!move) return;
    event.preventDefault();
    move();
  });
  new ResizeObserver(resize).observe(find("drawing"));
}
