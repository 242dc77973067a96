/** Searching as one types, with filters; the address says what was searched, so that it can be kept and shared. */
import * as api from "./api.js";
import { FILTERS, searchAddress } from "./addresses.js";
import { completed } from "./complete.js";
import { button, element, field, notice, problem } from "./dom.js";
import { Results } from "./results.js";

const PAUSE_MILLISECONDS = 160;

export async function show(view, parameters) {
  const asked = Object.fromEntries([...parameters].filter(([name]) => FILTERS.includes(name) || name === "page"));
  const results = new Results(searchAddress);
  const form = new Form(asked, (fresh) => renew(view, results, fresh));
  view.replaceChildren(element("h1", {}, "Search the collection"), form.whole, results.whole);
  await Promise.all([form.nameLabel(), renew(view, results, asked, true)]);
  if (Object.keys(asked).length === 0) {
    form.inputs.q.focus({ preventScroll: true });
  }
}

async function renew(view, results, asked, isFirst = false) {
  if (!isFirst) {
    view.dispatchEvent(new CustomEvent("renamed", { bubbles: true, detail: searchAddress(asked) }));
  }
  const { page, duplicates, bm25Weight, ...wanted } = asked;
  if (!Object.values(wanted).some(Boolean)) {
    results.say(help());
    return;
  }
  try {
    await results.show(Object.fromEntries(Object.entries(asked).filter(([, value]) => value)));
  } catch (failure) {
    if (isFirst) {
      throw failure;
    }
    results.say(problem(failure)); // a key that is known no more while one types
  }
}

function help() {
  return notice(
    "Type a few words: papers are found by dense retrieval and by BM25 together. ",
    element("code", {}, '"a phrase"'),
    ", ",
    element("code", {}, "author: title: venue: label: year:2005-2010"),
    " and ",
    element("code", {}, "-word"),
    " narrow a search down. Press ",
    element("kbd", {}, "/"),
    " to begin from anywhere. Or ",
    element("a", { href: searchAddress({ sort: "newest" }) }, "look through all papers"),
    ".",
  );
}

/** The query and its filters. */
class Form {
  /** @param changed takes what is asked for now */
  constructor(asked, changed) {
    this.label = asked.label ?? "";
    this.sort = asked.sort ?? "";
    this.changed = changed;
    this.timer = 0;
    const text = (name, more = {}) => element("input", { type: "text", name, autocomplete: "off", value: asked[name], ...more });
    const year = (name) => element("input", { type: "number", name, min: 0, max: 9999, value: asked[name] });
    this.inputs = {
      q: element("input", { class: "big", type: "search", name: "q", placeholder: "What are you looking for?", autocomplete: "off", value: asked.q, dir: "auto" }),
      author: text("author"),
      venue: text("venue"),
      from: year("from"),
      to: year("to"),
      bm25Weight: element("input", { type: "number", name: "bm25Weight", min: 0, max: 1000, step: "any", placeholder: "tuned", value: asked.bm25Weight }),
    };
    this.duplicates = element("input", { type: "checkbox", name: "duplicates", checked: asked.duplicates === "true" });
    this.labelInput = element("input", { type: "text", name: "labelName", autocomplete: "off" });
    this.only = element("div", { class: "only" });
    this.whole = this.form(asked);
  }

  form(asked) {
    const { q, author, venue, from, to, bm25Weight } = this.inputs;
    const named = (input, kind) =>
      completed(input, kind, (name) => {
        input.value = `"${name.name}"`;
        this.now();
      });
    const label = completed(this.labelInput, "label", (name) => {
      this.labelInput.value = "";
      location.hash = searchAddress({ ...this.asked(), label: name.value });
    });
    const submit = (event) => (event.preventDefault(), this.now());
    return element(
      "form",
      { role: "search", submit, input: (event) => event.target !== this.labelInput && this.soon() },
      field("Query", q),
      element("div", { class: "filters" }, field("Label", label), field("Author", named(author, "author")), field("Venue", named(venue, "venue")), field("From year", from), field("To year", to)),
      this.only,
      element(
        "details",
        { class: "further", open: Boolean(asked.bm25Weight || asked.duplicates) },
        element("summary", {}, "Further options"),
        element("div", { class: "filters" }, field("BM25 weight", bm25Weight), element("label", { class: "check" }, this.duplicates, " Every record of a paper")),
      ),
    );
  }

  asked() {
    const given = Object.fromEntries(Object.entries(this.inputs).map(([name, input]) => [name, input.value.trim()]));
    return { ...given, label: this.label, sort: this.sort, duplicates: this.duplicates.checked ? "true" : "" };
  }

  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), PAUSE_MILLISECONDS);
  }

  now() {
    clearTimeout(this.timer);
    this.changed(this.asked());
  }

  /** Tells by its name that only papers with one label are results. */
  async nameLabel() {
    if (this.label === "") {
      return;
    }
    let name = this.label;
    try {
      name = (await api.label(this.label)).name;
    } catch {
      // of a label that is gone there is only the id
    }
    const all = () => (location.hash = searchAddress({ ...this.asked(), label: "" }));
    this.only.replaceChildren(element("p", { class: "status" }, "Only papers with the label ", element("span", { class: "chip" }, name), " ", button("All labels", all, { class: "quiet small" })));
  }
}
