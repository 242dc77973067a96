/** Renaming, merging and deleting a label. */
import * as api from "./api.js";
import { labelAddress } from "./addresses.js";
import { completed } from "./complete.js";
import { attempt, button, confirmed, element, field } from "./dom.js";

export function editing(label) {
  const told = element("div", { "aria-live": "polite" });
  return element("details", { class: "editing" }, element("summary", {}, "Change this label"), renaming(label, told), merging(label, told), deleting(label, told), told);
}

/** Shows another page in the place of one that is out of date. */
function leaveFor(hash) {
  history.replaceState(null, "", hash);
  dispatchEvent(new PopStateEvent("popstate"));
}

function renaming(label, told) {
  const name = element("input", { type: "text", value: label.name, required: true, autocomplete: "off" });
  const definition = element("textarea", { class: "short" }, label.definition);
  const synonyms = element("input", { type: "text", value: label.synonyms.join("; "), autocomplete: "off" });
  const save = element("button", {}, "Save");
  const changed = () => ({
    _id: label.id,
    name: name.value.trim(),
    definition: definition.value.trim(),
    synonyms: synonyms.value.split(";").map((one) => one.trim()).filter(Boolean),
    parents: label.parents.map((parent) => parent.id),
  });
  const submit = (event) => {
    event.preventDefault();
    attempt(told, save, async () => {
      await api.putLabel(changed());
      leaveFor(labelAddress(label.id));
    });
  };
  return element("form", { submit }, field("Name", name), field("Definition", definition), field("Synonyms, with semicolons between them", synonyms), element("div", { class: "buttons" }, save));
}

function merging(label, told) {
  let into = null;
  const other = element("input", { type: "text", autocomplete: "off" });
  const merge = button("Merge", () =>
    attempt(told, merge, async () => {
      const question = `Give all papers with “${label.name}” the label “${into.name}”, and delete “${label.name}”?`;
      if (await confirmed(question, "Merge")) {
        await api.mergeLabel(label.id, into.value);
        leaveFor(labelAddress(into.value));
      }
    }),
  );
  merge.disabled = true;
  other.addEventListener("input", () => (merge.disabled = true));
  const choose = completed(other, "label", (name) => {
    into = name;
    other.value = name.name;
    merge.disabled = name.value === label.id;
  });
  return element("div", {}, field("Merge into another label", choose), element("div", { class: "buttons" }, merge));
}

function deleting(label, told) {
  const remove = button(
    "Delete this label",
    () =>
      attempt(told, remove, async () => {
        if (await confirmed(`Delete the label “${label.name}”, and take it off its papers?`, "Delete")) {
          await api.deleteLabel(label.id);
          leaveFor("#/labels");
        }
      }),
    { class: "danger" },
  );
  return element("div", { class: "buttons" }, remove);
}
