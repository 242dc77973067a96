/** One paper: its abstract, labels, recommended citations, similar papers, what it cites and what cites it. */
import * as api from "./api.js";
import { paperAddress } from "./addresses.js";
import { assignedLabels } from "./assigning.js";
import { exports } from "./citations.js";
import { count, element, notice, problem } from "./dom.js";
import { verdict } from "./feedback.js";
import { about, heading, language, links, name } from "./papers.js";
import { rich } from "./text.js";

const ALL_AUTHORS = 50;

export async function show(view, id) {
  view.append(element("p", { class: "status" }, "Loading …"));
  let paper;
  try {
    paper = await api.paper(id);
  } catch (failure) {
    if (failure.status !== 404) {
      throw failure;
    }
    view.replaceChildren(element("h1", {}, "Paper"), problem(failure), element("p", {}, element("a", { href: "#/" }, "Back to the search")));
    return;
  }
  view.dataset.title = name(paper);
  const toCite = section("Recommended citations", "Papers that papers like this one cite, without those it cites already.");
  const alike = section("Similar papers", "The results of a search for its title.");
  const labels = assignedLabels(paper);
  const reading = { dir: "auto", lang: language(paper) };
  view.replaceChildren(
    element("h1", reading, ...heading(paper)),
    element("p", { class: "about" }, ...about(paper, ALL_AUTHORS)),
    element("p", { class: "about links" }, ...links(paper)),
    labels.assigned,
    element("p", { class: "abstract", ...reading }, ...(paper.abstract ? rich(paper.abstract) : ["There is no abstract."])),
    element("div", { class: "tools" }, exports(async () => [id], "paper")),
    element(
      "div",
      { class: "columns" },
      toCite.whole,
      alike.whole,
      labels.suggested,
      element(
        "div",
        {},
        listed(`Cites ${count(paper.cites.length, "paper")} of this collection`, paper.cites, paper.citesElsewhere > 0 ? `and ${count(paper.citesElsewhere, "paper")} elsewhere` : ""),
        listed(`Cited by ${count(paper.citedBy.length, "paper")} of this collection`, paper.citedBy, ""),
        further(paper.other),
      ),
    ),
  );
  await Promise.all([
    labels.load(),
    filled(toCite, async () => papers((await api.cite({ paper: id, top: 8 })).results, { on: "cite", paper: id })),
    filled(alike, async () => papers(await similar(paper))),
  ]);
}

async function similar(paper) {
  const text = (paper.title || paper.abstract || "").trim();
  const found = text === "" ? [] : (await api.search({ q: text, top: 9 })).results;
  return found.filter((one) => one.paper.id !== paper.id).slice(0, 8);
}

function section(title, explanation) {
  const content = element("div", { "aria-busy": "true" }, element("p", { class: "about" }, "Loading …"));
  const whole = element("section", {}, element("h2", {}, title), element("p", { class: "about" }, explanation), content);
  return { whole, content };
}

async function filled(section, made) {
  try {
    section.content.replaceChildren(await made());
  } catch (failure) {
    section.content.replaceChildren(problem(failure));
  }
  section.content.removeAttribute("aria-busy");
}

function papers(found, asked = null) {
  return found.length === 0 ? notice("Nothing was found.") : element("ul", { class: "list" }, found.map(({ paper, why }) => brief(paper, asked, why.shared)));
}

/** What a result has in common with the paper that it is for. */
function shared(common) {
  const references = common?.references.length ?? 0;
  const parts = [references > 0 ? count(references, "reference") + " in common" : "", common?.labels.map((label) => label.name).join(", ")].filter(Boolean);
  return parts.length === 0 ? null : element("div", { class: "about" }, parts.join(" · "));
}

function brief(paper, asked = null, common = null) {
  return element(
    "li",
    {},
    element("a", { href: paperAddress(paper.id), dir: "auto" }, ...heading(paper)),
    paper.year ? element("span", { class: "about" }, " · " + paper.year) : null,
    asked ? verdict(asked, paper.id, name(paper)) : null,
    shared(common),
  );
}

function listed(title, papersListed, more) {
  return element(
    "section",
    {},
    element("h2", {}, title),
    papersListed.length > 0 ? element("ul", { class: "list" }, papersListed.map((one) => brief(one))) : null,
    more ? element("p", { class: "about" }, more) : null,
  );
}

/** What else the metadata say. */
function further(other) {
  const fields = Object.entries(other).filter(([, value]) => value !== null && value !== "");
  return fields.length === 0
    ? null
    : element(
        "section",
        {},
        element("h2", {}, "Further metadata"),
        element(
          "dl",
          {},
          fields.flatMap(([field, value]) => [element("dt", {}, field), element("dd", { dir: "auto" }, shown(value))]),
        ),
      );
}

function shown(value) {
  return Array.isArray(value) ? value.map(shown).join(", ") : typeof value === "object" ? JSON.stringify(value) : String(value);
}
