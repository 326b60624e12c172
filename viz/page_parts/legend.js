// The legend, which is also the filter.
function startLegend() {
  const kinds = entries(words.kinds, picture.kinds, shapeSample, state.hiddenKinds);
  const relations = entries(words.relations, picture.relations, lineSample, state.hiddenRelations);
  find("legend").append(kinds, ...(picture.relations.length ? [relations] : []));
}

function entries(title, things, sample, hidden) {
  return make("fieldset", {}, make("legend", { text: title }), ...things.map((thing) => entry(thing, sample, hidden)));
}

function entry(thing, sample, hidden) {
  const box = make("input", { type: "checkbox", checked: true });
  box.addEventListener("change", () => {
    if (box.checked) hidden.delete(thing.id);
    else hidden.add(thing.id);
    changed("filter");
  });
  watchers.push(() => {
    box.checked = !hidden.has(thing.id);
  });
  return make("label", {}, box, sample(thing), make("span", { text: thing.label }));
}
