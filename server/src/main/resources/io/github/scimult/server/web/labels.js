/** All labels, and a new one that is used at once. */
import * as api from "./api.js";
import { labelAddress } from "./addresses.js";
import { attempt, count, element, field, problem } from "./dom.js";
import * as session from "./session.js";

const SHOWN = 200;

export async function show(view) {
  const filter = element("input", { type: "search", name: "filter", autocomplete: "off" });
  const list = element("ul", { class: "list" });
  const status = element("p", { class: "status", role: "status" }, "Loading …");
  let all = [];

  function listed() {
    const wanted = filter.value.trim().toLowerCase();
    const text = (label) => [label.name, label.definition, ...label.synonyms].join(" ").toLowerCase();
    const some = all.filter((label) => text(label).includes(wanted));
    status.textContent = count(some.length, "label") + (some.length > SHOWN ? `, the first ${SHOWN} of them` : "");
    list.replaceChildren(
      ...some.slice(0, SHOWN).map((label) =>
        element(
          "li",
          { dir: "auto" },
          element("a", { href: labelAddress(label.id) }, label.name || label.id),
          label.definition ? element("div", { class: "about" }, label.definition) : null,
        ),
      ),
    );
  }

  async function load() {
    all = (await api.labels()).labels.sort((one, other) => one.name.localeCompare(other.name));
    listed();
  }

  view.replaceChildren(
    element("h1", {}, "Labels"),
    element("p", { class: "lead" }, "A label needs no training: its name and definition say what it fits."),
    element(
      "div",
      { class: "columns" },
      element("section", {}, element("h2", {}, "All labels"), field("Only those with these words", filter), status, list),
      session.can("write") ? adding(load, (id) => all.some((label) => label.id === id)) : "",
    ),
  );
  filter.addEventListener("input", listed);
  await load();
}

/** @param isThere whether there is a label of an id */
function adding(load, isThere) {
  const name = element("input", { type: "text", name: "name", required: true, autocomplete: "off" });
  const definition = element("textarea", { name: "definition", class: "short" });
  const told = element("div", { "aria-live": "polite" });
  const add = element("button", {}, "Add the label");
  const submit = (event) => {
    event.preventDefault();
    const called = name.value.trim();
    const id = called.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || called;
    if (isThere(id)) {
      told.replaceChildren(problem(new Error(`There is a label "${id}" already.`)));
      return;
    }
    attempt(told, add, async () => {
      await api.putLabel({ _id: id, name: called, definition: definition.value.trim() });
      told.replaceChildren(element("p", { class: "done" }, `“${called}” is used from now on.`));
      name.value = definition.value = "";
      await load();
    });
  };
  return element(
    "section",
    {},
    element("h2", {}, "A new label"),
    element("form", { submit }, field("Name", name), field("Definition", definition), element("div", { class: "buttons" }, add)),
    told,
  );
}
