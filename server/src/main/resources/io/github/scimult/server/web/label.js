/** One label: its definition, its place among the others, its papers; and what changes it. */
import * as api from "./api.js";
import { FILTERS, labelAddress, searchAddress } from "./addresses.js";
import { count, element, notice, problem } from "./dom.js";
import { editing } from "./labelediting.js";
import { Results } from "./results.js";
import * as session from "./session.js";

export async function show(view, id, parameters) {
  view.append(element("p", { class: "status" }, "Loading …"));
  let label;
  try {
    label = await api.label(id);
  } catch (failure) {
    if (failure.status !== 404) {
      throw failure;
    }
    view.replaceChildren(element("h1", {}, "Label"), problem(failure), element("p", {}, element("a", { href: "#/labels" }, "All labels")));
    return;
  }
  const name = label.name || label.id;
  view.dataset.title = name;
  const asked = Object.fromEntries([...parameters].filter(([filter]) => FILTERS.includes(filter) || filter === "page"));
  const results = new Results((wanted) => {
    const { label: other, ...rest } = wanted;
    return other === id ? searchAddress(rest, labelAddress(id)) : searchAddress(wanted);
  });
  view.replaceChildren(
    element("p", { class: "about" }, element("a", { href: "#/labels" }, "Labels")),
    element("h1", { dir: "auto" }, name),
    label.definition ? element("p", { class: "lead", dir: "auto" }, label.definition) : "",
    facts(label),
    session.can("write") ? editing(label) : "",
    element("h2", {}, count(label.papers, "paper")),
    results.whole,
  );
  if (label.papers === 0) {
    results.say(notice("No paper carries this label yet."));
  } else {
    await results.show({ ...asked, label: id });
  }
}

function facts(label) {
  const rows = [
    ["Also called", label.synonyms.join(", ")],
    ["Broader", linked(label.parents)],
    ["Narrower", linked(label.children)],
  ].filter(([, content]) => content.length > 0);
  return element("dl", { class: "facts" }, rows.flatMap(([term, content]) => [element("dt", {}, term), element("dd", {}, content)]));
}

function linked(labels) {
  return labels.flatMap((one, place) => [place === 0 ? null : ", ", element("a", { href: labelAddress(one.id) }, one.name || one.id)]).filter((part) => part !== null);
}
