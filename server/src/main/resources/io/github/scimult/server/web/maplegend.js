/** Which colour of the map is which label. */
import { labelAddress } from "./addresses.js";
import { element } from "./dom.js";
import { colour } from "./mapdrawing.js";

/** A list of the labels that have a colour, each leading to its papers. */
export function legend(labels) {
  const entries = labels.map((label, place) => {
    const dot = element("span", { class: "dot" });
    dot.style.background = colour(place);
    return element("li", {}, dot, element("a", { href: labelAddress(label.id) }, name(label, labels)));
  });
  return element("ul", { class: "maplegend", "aria-label": "Colours" }, entries);
}

/** With the id where two labels have the same name. */
function name(label, labels) {
  const isShared = labels.some((other) => other !== label && other.name === label.name);
  return isShared ? `${label.name} (${label.id})` : label.name;
}
