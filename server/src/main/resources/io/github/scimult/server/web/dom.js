/** Small pieces of pages. Text is always set as text, so nothing that a paper says becomes markup. */
import { verdict } from "./feedback.js";

/** An element with attributes and children; functions become listeners, null children are left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      made.addEventListener(key, value);
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

/** A labelled field of a form. */
export function field(label, input) {
  return element("label", {}, label, input);
}

/** A text with the places of matching words marked. */
export function marked(text, places) {
  const parts = [];
  let done = 0;
  for (const place of places) {
    parts.push(text.slice(done, place.begin), element("mark", {}, text.slice(place.begin, place.end)));
    done = place.end;
  }
  parts.push(text.slice(done));
  return parts;
}

export function paperAddress(id) {
  return "#/paper/" + encodeURIComponent(id);
}

/** Authors, venue and year in one line. */
export function about(paper) {
  const authors = paper.authors.length > 4 ? paper.authors.slice(0, 3).join(", ") + " et al." : paper.authors.join(", ");
  return [authors, paper.venue, paper.year].filter(Boolean).join(" · ");
}

function why(given) {
  const parts = [];
  if (given.dense) {
    parts.push(element("span", {}, "dense rank ", element("b", {}, String(given.dense.rank))));
  }
  if (given.bm25) {
    parts.push(element("span", {}, "BM25 rank ", element("b", {}, String(given.bm25.rank))));
  }
  return element("p", { class: "why" }, ...parts);
}

/**
 * Papers as cards.
 *
 * @param asked the query or paper that they are results of, for feedback on them; null for none
 */
export function answers(found, asked = null) {
  return element(
    "ol",
    { class: "answers" },
    found.map(({ paper, matches, why: reason, duplicates }) =>
      element(
        "li",
        { class: "card" },
        element("h3", {}, element("a", { href: paperAddress(paper.id) }, marked(paper.title || paper.id, matches.title))),
        element("p", { class: "about" }, about(paper), more(duplicates)),
        element("p", { class: "abstract clamped" }, marked(paper.abstract, matches.abstract)),
        chips(paper.labels.slice(0, 8)),
        element("div", { class: "foot" }, why(reason), asked ? verdict(asked, paper.id, paper.title || paper.id) : null),
      ),
    ),
  );
}

/** How many further records of a paper there are. */
function more(duplicates) {
  return duplicates > 0 ? ` · and ${duplicates} more ${duplicates === 1 ? "record" : "records"} of this paper` : "";
}

/** Labels that a paper carries; each leads to the papers that carry it. */
export function chips(labels) {
  return labels.length === 0
    ? null
    : element(
        "ul",
        { class: "chips", "aria-label": "Labels" },
        labels.map((label) =>
          element("li", {}, element("a", { class: "chip", href: "#/?label=" + encodeURIComponent(label.id) }, label.name)),
        ),
      );
}

/**
 * Suggested labels with bars: of their probability where there is one, else of their score beside the best one's.
 *
 * @param asked the query or paper that they are results of, for feedback on them; null for none
 */
export function suggestions(found, asked = null) {
  const best = found[0]?.score ?? 0;
  const last = Math.min(...found.map((one) => one.score), best - 1e-9);
  return element(
    "ul",
    { class: "bars" },
    found.map((one) =>
      element(
        "li",
        {},
        element("span", {}, one.label.name),
        element("output", {}, one.probability === null ? "" : Math.round(100 * one.probability) + " %"),
        element("div", { class: "bar" }, bar(one.probability ?? 0.15 + (0.85 * (one.score - last)) / (best - last))),
        one.label.definition ? element("span", { class: "definition" }, one.label.definition) : null,
        element("span", { class: "definition foot" }, reasons(one), asked ? verdict(asked, one.label.id, one.label.name) : null),
      ),
    ),
  );
}

function reasons(one) {
  const neighbours = Math.round(100 * one.neighbours);
  return [one.named ? "named in the text" : "", neighbours > 0 ? `on ${neighbours} % of the most similar papers` : ""]
    .filter(Boolean)
    .join(", ");
}

function bar(share) {
  const filled = element("span");
  filled.style.width = Math.round(100 * share) + "%";
  return filled;
}

/** What went wrong, for people. */
export function problem(failure) {
  return element("p", { class: "problem", role: "alert" }, failure.message);
}
