/** The labels of a paper: those assigned, and those suggested, which a click accepts or rejects. */
import * as api from "./api.js";
import { labelAddress } from "./addresses.js";
import { completed } from "./complete.js";
import { button, element, notice, problem } from "./dom.js";
import * as session from "./session.js";
import { suggestions } from "./suggestions.js";

/** @returns { assigned, suggested, load } two parts of the page, and what fills them */
export function assignedLabels(paper) {
  const assigned = element("div", { class: "labelled" });
  const content = element("div", { "aria-busy": "true" }, element("p", { class: "about" }, "Loading …"));
  const told = element("p", { class: "told", role: "status" });
  const suggested = element("section", { class: "suggested" }, element("h2", {}, "Suggested labels"), told, content);
  let labels = paper.labels;
  let rejected = new Set(paper.rejected ?? []);
  let found = [];
  const names = new Map();

  async function decide(label, verdict, sentence) {
    try {
      await (verdict === null ? api.unassign(paper.id, label.id) : api.assign(paper.id, label.id, verdict));
      const fresh = await api.paper(paper.id);
      labels = fresh.labels;
      rejected = new Set(fresh.rejected ?? []);
      names.set(label.id, label.name);
      told.textContent = sentence;
      drawAssigned();
      await suggest();
    } catch (failure) {
      told.replaceChildren(problem(failure));
    }
  }

  function drawAssigned() {
    assigned.replaceChildren(...[chipList(), adding()].filter(Boolean));
  }

  function drawSuggested() {
    const open = found.filter((one) => !labels.some((label) => label.id === one.label.id) && !rejected.has(one.label.id));
    content.replaceChildren(
      open.length > 0
        ? suggestions(open, { on: "tag", paper: paper.id }, session.can("write") ? buttons : null)
        : notice(found.length > 0 ? "Every suggestion has been decided on." : "There is no label to suggest."),
      ...rejections(),
    );
  }

  function chipList() {
    return labels.length === 0
      ? null
      : element(
          "ul",
          { class: "chips", "aria-label": "Labels" },
          labels.map((label) =>
            element("li", {}, element("a", { class: "chip", href: labelAddress(label.id) }, label.name || label.id), session.can("write") ? removal(label) : null),
          ),
        );
  }

  function removal(label) {
    return button("×", () => decide(label, null, `“${label.name}” was taken off.`), { class: "quiet cross", "aria-label": `Take off the label ${label.name}` });
  }

  function adding() {
    if (!session.can("write")) {
      return null;
    }
    const input = element("input", { type: "text", placeholder: "Add a label", "aria-label": "Add a label", class: "small" });
    return completed(input, "label", (name) => decide({ id: name.value, name: name.name }, "assigned", `“${name.name}” was assigned.`));
  }

  function buttons(label) {
    const name = label.name || label.id;
    return element(
      "span",
      { class: "decide" },
      button("Accept", () => decide(label, "assigned", `“${name}” was assigned.`), { class: "quiet small", "aria-label": `Accept ${name}` }),
      button("Reject", () => decide(label, "rejected", `“${name}” was rejected.`), { class: "quiet small", "aria-label": `Reject ${name}` }),
    );
  }

  function rejections() {
    return rejected.size === 0 || !session.can("write")
      ? []
      : [
          element(
            "p",
            { class: "about" },
            "Rejected: ",
            [...rejected].map((id) =>
              button((names.get(id) ?? id) + " – undo", () => decide({ id, name: names.get(id) ?? id }, null, "The rejection was undone."), { class: "quiet small" }),
            ),
          ),
        ];
  }

  async function suggest() {
    try {
      found = (await api.tag({ paper: paper.id, top: 12 })).results;
      await Promise.all([...rejected].filter((id) => !names.has(id)).map(nameOf));
      drawSuggested();
    } catch (failure) {
      content.replaceChildren(problem(failure));
    }
    content.removeAttribute("aria-busy");
  }

  async function nameOf(id) {
    try {
      names.set(id, (await api.label(id)).name);
    } catch {
      names.set(id, id); // of a label that is gone
    }
  }

  async function load() {
    drawAssigned();
    await suggest();
  }

  return { assigned, suggested, load };
}
