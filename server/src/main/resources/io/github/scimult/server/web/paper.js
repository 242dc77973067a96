/** One paper: its abstract, suggested labels, recommended citations, similar papers, what it cites and what cites it. */
import * as api from "./api.js";
import { about, chips, element, paperAddress, problem, suggestions } from "./dom.js";
import { copyButton } from "./bibtex.js";
import { verdict } from "./feedback.js";

export async function show(view, id) {
  let paper;
  try {
    paper = await api.paper(id);
  } catch (failure) {
    view.replaceChildren(element("h1", {}, "Paper"), problem(failure), element("p", {}, element("a", { href: "#/" }, "Back to the search")));
    return;
  }
  document.title = paper.title + " – SciMult";
  const tags = section("Suggested labels");
  const toCite = section("Recommended citations", "Papers that papers like this one cite, without those it cites already.");
  const alike = section("Similar papers", "The results of a search for its title.");
  view.replaceChildren(
    element("h1", {}, paper.title || paper.id),
    element("p", { class: "about" }, about(paper)),
    ...[chips(paper.labels)].filter(Boolean),
    element("p", { class: "abstract" }, paper.abstract || "There is no abstract."),
    element("div", { class: "buttons" }, copyButton([paper], "Copy as BibTeX")),
    element(
      "div",
      { class: "columns" },
      toCite.whole,
      alike.whole,
      tags.whole,
      element(
        "div",
        {},
        listed(`Cites ${paper.cites.length} papers of this collection`, paper.cites, paper.citesElsewhere > 0 ? `and ${paper.citesElsewhere} elsewhere` : ""),
        listed(`Cited by ${paper.citedBy.length} papers of this collection`, paper.citedBy, ""),
      ),
    ),
  );
  await Promise.all([
    filled(tags, async () => suggestions((await api.tag({ paper: id, top: 8 })).results, { on: "tag", paper: id })),
    filled(toCite, async () => papers((await api.cite({ paper: id, top: 8 })).results, { on: "cite", paper: id })),
    filled(alike, async () => {
      const found = (await api.search({ q: paper.title || paper.abstract, top: 9 })).results;
      return papers(found.filter((one) => one.paper.id !== id).slice(0, 8));
    }),
  ]);
}

function section(title, explanation) {
  const content = element("div", { "aria-busy": "true" }, element("p", { class: "about" }, "…"));
  const whole = element("section", {}, element("h2", {}, title), explanation ? element("p", { class: "about" }, explanation) : null, content);
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
  return found.length === 0
    ? element("p", { class: "notice" }, "Nothing was found.")
    : element("ul", { class: "list" }, found.map(({ paper, why }) => brief(paper, asked, why.shared)));
}

/** What a result has in common with the paper that it is for. */
function shared(common) {
  const references = common?.references.length ?? 0;
  const parts = [
    references > 0 ? `${references} reference${references > 1 ? "s" : ""} in common` : "",
    common?.labels.map((label) => label.name).join(", "),
  ].filter(Boolean);
  return parts.length === 0 ? null : element("div", { class: "about" }, parts.join(" · "));
}

function brief(paper, asked = null, common = null) {
  return element(
    "li",
    {},
    element("a", { href: paperAddress(paper.id) }, paper.title || paper.id),
    paper.year ? element("span", { class: "about" }, " · " + paper.year) : null,
    asked ? verdict(asked, paper.id, paper.title || paper.id) : null,
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
