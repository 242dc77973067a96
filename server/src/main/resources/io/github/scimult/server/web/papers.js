/** Papers as they stand in lists. What is unknown of one is left out. */
import { labelAddress, paperAddress, wholeName } from "./addresses.js";
import { count, element } from "./dom.js";
import { verdict } from "./feedback.js";
import { plain, rich } from "./text.js";

const MOST_AUTHORS = 4;
const MOST_LABELS = 8;

/** The title as text alone; of a paper without one, its id. */
export function name(paper) {
  return plain(paper.title).trim() || "Untitled (" + paper.id + ")";
}

/** The title's nodes. */
export function heading(paper, places = []) {
  return (paper.title ?? "").trim() === "" ? [name(paper)] : rich(paper.title, places);
}

/** The language that a paper's metadata name, for those who read aloud. */
export function language(paper) {
  const given = paper.other?.language;
  return typeof given === "string" && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(given) ? given : null;
}

/** Authors, venue and year in one line; names lead to their papers. @param most authors that are shown */
export function about(paper, most = MOST_AUTHORS) {
  const authors = paper.authors.filter((author) => author.trim() !== "");
  const shown = authors.slice(0, authors.length > most ? most - 1 : most);
  const names = shown.flatMap((author, place) => [place === 0 ? null : ", ", element("a", { class: "plain", href: wholeName("author", author) }, ...rich(author))]);
  if (shown.length < authors.length) {
    names.push(" and " + count(authors.length - shown.length, "other"));
  }
  const venue = paper.venue ? element("a", { class: "plain", href: wholeName("venue", paper.venue) }, ...rich(paper.venue)) : null;
  const parts = [names.length > 0 ? element("span", {}, ...names) : null, venue, paper.year ? String(paper.year) : null].filter((part) => part !== null);
  return parts.flatMap((part, place) => (place === 0 ? [part] : [" · ", part]));
}

/** DOI and full text. */
export function links(paper) {
  const outside = { rel: "noopener noreferrer external", class: "plain" };
  return [
    paper.doi ? element("a", { ...outside, href: "https://doi.org/" + encodeURI(paper.doi).replaceAll("#", "%23").replaceAll("?", "%3F") }, "DOI " + paper.doi) : null,
    /^https?:\/\//i.test(paper.url ?? "") ? element("a", { ...outside, href: paper.url }, "Full text at " + new URL(paper.url).hostname) : null,
    paper.citations > 0 ? element("span", {}, "cited by " + count(paper.citations, "paper") + " here") : null,
  ].filter((link) => link !== null);
}

function why(given) {
  return element(
    "p",
    { class: "why" },
    given.dense ? element("span", {}, "dense rank ", element("b", {}, String(given.dense.rank))) : null,
    given.bm25 ? element("span", {}, "BM25 rank ", element("b", {}, String(given.bm25.rank))) : null,
  );
}

/**
 * Papers as cards.
 *
 * @param asked the query or paper that they are results of, for feedback on them; null for none
 */
export function cards(found, asked = null) {
  return element(
    "ol",
    { class: "answers" },
    found.map((one) => element("li", { class: "card" }, ...card(one, asked))),
  );
}

function card({ paper, matches, why: reason, duplicates }, asked) {
  const facts = about(paper);
  return [
    element("h3", { dir: "auto", lang: language(paper) }, element("a", { href: paperAddress(paper.id) }, ...heading(paper, matches.title))),
    facts.length > 0 || duplicates > 0 ? element("p", { class: "about" }, ...facts, more(duplicates)) : null,
    paper.abstract ? element("p", { class: "abstract clamped", dir: "auto", lang: language(paper) }, ...rich(paper.abstract, matches.abstract)) : null,
    chips(paper.labels.slice(0, MOST_LABELS)),
    element("div", { class: "foot" }, element("p", { class: "why" }, ...links(paper)), why(reason), asked ? verdict(asked, paper.id, name(paper)) : null),
  ];
}

/** How many further records of a paper there are. */
function more(duplicates) {
  return duplicates > 0 ? ` · and ${count(duplicates, "more record", "more records")} of this paper` : "";
}

/** Labels that a paper carries; each leads to the papers that carry it. */
export function chips(labels) {
  return labels.length === 0
    ? null
    : element(
        "ul",
        { class: "chips", "aria-label": "Labels" },
        labels.map((label) => element("li", {}, element("a", { class: "chip", href: labelAddress(label.id) }, label.name || label.id))),
      );
}
