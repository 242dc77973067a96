/** Searching as one types, with filters; the address says what was searched, so that it can be kept and shared. */
import * as api from "./api.js";
import { answers, element, field, problem } from "./dom.js";

const FIELDS = ["q", "from", "to", "venue", "author", "label", "bm25Weight"];
const PAUSE_MILLISECONDS = 160;

export function show(view, parameters) {
  const inputs = {
    q: element("input", { class: "big", type: "search", name: "q", placeholder: "What are you looking for?", autocomplete: "off" }),
    from: element("input", { type: "number", name: "from", min: 0, max: 9999 }),
    to: element("input", { type: "number", name: "to", min: 0, max: 9999 }),
    venue: element("input", { type: "text", name: "venue" }),
    author: element("input", { type: "text", name: "author" }),
    bm25Weight: element("input", { type: "number", name: "bm25Weight", min: 0, max: 1000, step: "any", placeholder: "tuned" }),
  };
  const duplicates = element("input", { type: "checkbox", name: "duplicates", checked: parameters.get("duplicates") === "true" });
  let label = parameters.get("label");
  FIELDS.filter((name) => inputs[name]).forEach((name) => (inputs[name].value = parameters.get(name) ?? ""));
  const status = element("p", { class: "status", role: "status" });
  const found = element("div");
  const only = element("div");
  let running = new AbortController();
  let timer = 0;

  function asked() {
    const given = {};
    for (const [name, input] of Object.entries(inputs)) {
      if (input.value.trim() !== "") {
        given[name] = input.value.trim();
      }
    }
    if (label) {
      given.label = label;
    }
    if (duplicates.checked) {
      given.duplicates = true;
    }
    return given;
  }

  async function search() {
    running.abort();
    running = new AbortController();
    const given = asked();
    history.replaceState(null, "", "#/" + (Object.keys(given).length ? "?" + new URLSearchParams(given) : ""));
    showLabel();
    if (!given.q) {
      status.textContent = "";
      found.replaceChildren(
        element(
          "p",
          { class: "notice" },
          label
            ? "Type what you are looking for among the papers with this label."
            : 'Type a few words: papers are found by dense retrieval and by BM25 together. "A phrase", author:, title:, venue:, label:, year:2005-2010 and -word narrow a search down. Press / to begin from anywhere.',
        ),
      );
      return;
    }
    const start = performance.now();
    try {
      const body = await api.search({ ...given, top: 20 }, running.signal);
      const count = body.results.length;
      const took = Math.round(performance.now() - start);
      status.textContent = count === 0 ? "" : `The best ${count} papers, in ${took} ms`;
      found.replaceChildren(
        count === 0
          ? element("p", { class: "notice" }, "Nothing was found. Try other words, or fewer filters.")
          : answers(body.results, { on: "search", query: given.q }),
      );
    } catch (failure) {
      if (failure.name !== "AbortError") {
        status.textContent = "";
        found.replaceChildren(problem(failure));
      }
    }
  }

  function showLabel() {
    only.replaceChildren(
      ...(label
        ? [
            element(
              "p",
              { class: "status" },
              "Only papers with the label ",
              element("span", { class: "chip" }, label),
              " ",
              element("button", { class: "quiet", type: "button", click: () => ((label = null), search()) }, "All papers"),
            ),
          ]
        : []),
    );
  }

  function soon() {
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE_MILLISECONDS);
  }

  view.replaceChildren(
    element("h1", {}, "Search the collection"),
    element(
      "form",
      { role: "search", submit: (event) => (event.preventDefault(), search()), input: soon },
      field("Query", inputs.q),
      element(
        "div",
        { class: "filters" },
        field("From year", inputs.from),
        field("To year", inputs.to),
        field("Venue", inputs.venue),
        field("Author", inputs.author),
        field("BM25 weight", inputs.bm25Weight),
        field("Every record of a paper", duplicates),
      ),
    ),
    only,
    status,
    found,
  );
  inputs.q.focus();
  return search();
}
