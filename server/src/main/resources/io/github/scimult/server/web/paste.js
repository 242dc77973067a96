/** A paper that is not in the collection: labels and citations for it. */
import * as api from "./api.js";
import { exports } from "./citations.js";
import { element, field, notice, problem } from "./dom.js";
import { cards } from "./papers.js";
import { suggestions } from "./suggestions.js";

export function show(view) {
  const title = element("input", { type: "text", name: "title", autocomplete: "off", dir: "auto" });
  const abstract = element("textarea", { name: "abstract", dir: "auto" });
  const button = element("button", { type: "submit" }, "Suggest labels and citations");
  const result = element("div", { "aria-live": "polite" });

  async function find(event) {
    event.preventDefault();
    if ((title.value + abstract.value).trim() === "") {
      result.replaceChildren(problem(new Error("Give a title or an abstract first.")));
      return;
    }
    button.disabled = true;
    const about = { title: title.value, abstract: abstract.value };
    try {
      const [tags, papers] = await Promise.all([api.tag({ ...about, top: 8 }), api.cite({ ...about, top: 15 })]);
      result.replaceChildren(
        element("h2", {}, "Suggested labels"),
        tags.results.length > 0 ? suggestions(tags.results) : notice("This collection has no labels."),
        element("h2", {}, "Recommended citations"),
        element("div", { class: "tools" }, exports(async () => papers.results.map((one) => one.paper.id), "citations")),
        cards(papers.results),
      );
    } catch (failure) {
      result.replaceChildren(problem(failure));
    }
    button.disabled = false;
  }

  view.replaceChildren(
    element("h1", {}, "Your abstract"),
    element("p", { class: "lead" }, "Paste a title and an abstract. Nothing is stored, and nothing leaves this server."),
    element("form", { submit: find }, field("Title", title), field("Abstract", abstract), element("div", { class: "buttons" }, button)),
    result,
  );
}
