/** A paper that is not in the collection: labels and citations for it. */
import * as api from "./api.js";
import { answers, element, field, problem, suggestions } from "./dom.js";
import { copyButton } from "./bibtex.js";

export function show(view) {
  const title = element("input", { type: "text", name: "title", autocomplete: "off" });
  const abstract = element("textarea", { name: "abstract" });
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
        tags.results.length > 0 ? suggestions(tags.results) : element("p", { class: "notice" }, "This collection has no labels."),
        element("h2", {}, "Recommended citations"),
        element("div", { class: "buttons" }, copyButton(papers.results.map((one) => one.paper), "Copy all as BibTeX")),
        element("div", { class: "status" }),
        answers(papers.results),
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
