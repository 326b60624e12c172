// Search by name and alias as one types.
const MOST_MATCHES = 30;
const searched = { matches: [], current: -1 };
const fold = (text) => text.toLocaleLowerCase(picture.lang);
const names = nodes.map((node) => [node.name, ...node.also].map(fold));

function startSearch() {
  const field = find("search");
  find("tools").hidden = false;
  field.addEventListener("input", () => showMatches(field.value));
  field.addEventListener("keydown", searchKey);
  field.addEventListener("blur", closeMatches);
  find("matches").addEventListener("mousedown", (event) => {
    event.preventDefault(); // keeps the focus, and with it the list, until the click is over
    const option = event.target.closest("[role=option]");
    if (option) take([...find("matches").children].indexOf(option));
  });
}

function matching(typed) {
  const wanted = fold(typed.trim());
  if (!wanted) return [];
  const starts = [];
  const within = [];
  for (const place of byRank) {
    if (names[place].some((name) => name.startsWith(wanted))) starts.push(place);
    else if (names[place].some((name) => name.includes(wanted))) within.push(place);
  }
  return [...starts, ...within];
}

function showMatches(typed) {
  const all = matching(typed);
  searched.matches = all.slice(0, MOST_MATCHES);
  const wanted = fold(typed.trim());
  find("matches").replaceChildren(...searched.matches.map((place, step) => option(place, step, wanted)));
  setOpen(all.length > 0);
  find("no-match").hidden = !wanted || all.length > 0;
  highlight(-1);
  if (wanted) announce(all.length ? said("match_count", { count: all.length }) : words.no_match);
}

function option(place, step, wanted) {
  const node = nodes[place];
  const kind = kindOf.get(node.kind);
  const alias = fold(node.name).includes(wanted) ? "" : node.also.find((name) => fold(name).includes(wanted));
  const about = alias ? `${kind.label} · ${alias}` : kind.label;
  const line = make("li", { id: `match-${step}` }, shapeSample(kind), make("span", { text: node.name }), make("small", { text: about }));
  line.setAttribute("role", "option");
  line.setAttribute("aria-selected", "false");
  return line;
}

function setOpen(open) {
  find("matches").hidden = !open;
  find("search").setAttribute("aria-expanded", String(open));
}

function closeMatches() {
  setOpen(false);
  highlight(-1);
}

function highlight(step) {
  searched.current = step;
  [...find("matches").children].forEach((line, at) => line.setAttribute("aria-selected", String(at === step)));
  if (step < 0) {
    find("search").removeAttribute("aria-activedescendant");
    return;
  }
  find("search").setAttribute("aria-activedescendant", `match-${step}`);
  find(`match-${step}`).scrollIntoView({ block: "nearest" });
}

function searchKey(event) {
  const count = find("matches").hidden ? 0 : searched.matches.length;
  if (event.key === "Escape") {
    if (!count) return;
    event.stopPropagation();
    closeMatches();
  } else if (!count) {
    return;
  } else if (event.key === "ArrowDown") {
    highlight((searched.current + 1) % count);
  } else if (event.key === "ArrowUp") {
    highlight((Math.max(searched.current, 0) + count - 1) % count);
  } else if (event.key === "Enter") {
    take(Math.max(searched.current, 0));
  } else {
    return;
  }
  event.preventDefault();
}

function take(step) {
  const place = searched.matches[step];
  find("search").value = nodes[place].name;
  closeMatches();
  choose({ what: "node", place });
  lookAt(place);
}
