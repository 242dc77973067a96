/** All labels, and a new one that is used at once. */
import * as api from "./api.js";
import { element, field, problem } from "./dom.js";

export async function show(view) {
  const filter = element("input", { type: "search", name: "filter", autocomplete: "off" });
  const list = element("ul", { class: "list" });
  const count = element("p", { class: "status", role: "status" });
  const name = element("input", { type: "text", name: "name", required: true, autocomplete: "off" });
  const definition = element("input", { type: "text", name: "definition", autocomplete: "off" });
  const told = element("div", { "aria-live": "polite" });
  let all = [];

  function listed() {
    const wanted = filter.value.trim().toLowerCase();
    const some = all.filter((label) => (label.name + " " + label.definition).toLowerCase().includes(wanted));
    const first = some.slice(0, 200);
    count.textContent = `${some.length.toLocaleString("en")} labels` + (some.length > 200 ? ", the first 200 of them" : "");
    list.replaceChildren(
      ...first.map((label) =>
        element(
          "li",
          {},
          element("a", { href: "#/?label=" + encodeURIComponent(label.id) }, label.name),
          label.definition ? element("div", { class: "about" }, label.definition) : null,
        ),
      ),
    );
  }

  async function load() {
    all = (await api.labels()).labels.sort((one, other) => one.name.localeCompare(other.name));
    listed();
  }

  async function add(event) {
    event.preventDefault();
    const id = name.value.trim().toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
    if (all.some((label) => label.id === id)) {
      told.replaceChildren(problem(new Error(`There is a label "${id}" already.`)));
      return;
    }
    try {
      await api.putLabel({ _id: id, name: name.value.trim(), definition: definition.value.trim() });
      told.replaceChildren(element("p", { class: "done" }, `“${name.value.trim()}” is used from now on.`));
      name.value = definition.value = "";
      await load();
    } catch (failure) {
      told.replaceChildren(problem(failure));
    }
  }

  view.replaceChildren(
    element("h1", {}, "Labels"),
    element("p", { class: "lead" }, "A label needs no training: its name and definition say what it fits."),
    element(
      "div",
      { class: "columns" },
      element("section", {}, element("h2", {}, "All labels"), field("Only those with these words", filter), count, list),
      element(
        "section",
        {},
        element("h2", {}, "A new label"),
        element("form", { submit: add }, field("Name", name), field("Definition", definition), element("div", { class: "buttons" }, element("button", {}, "Add the label"))),
        told,
      ),
    ),
  );
  filter.addEventListener("input", listed);
  try {
    await load();
  } catch (failure) {
    list.replaceChildren(problem(failure));
  }
}
