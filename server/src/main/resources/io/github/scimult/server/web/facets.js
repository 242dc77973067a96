/** What the papers that match have in common, with counts; each value is a link to the papers that have it. */
import { element } from "./dom.js";
import { rich } from "./text.js";

const SHOWN = 6;
const WIDE = "(min-width: 62rem)";

/**
 * @param facets as the server counts them
 * @param asked what is searched for
 * @param address makes the address of a search
 */
export function facetList(facets, asked, address) {
  const kinds = [
    ["Label", facets.labels, (one) => ({ label: one.value }), (one) => asked.label === one.value],
    ["Year", facets.years, (one) => ({ from: one.value, to: one.value }), (one) => asked.from === one.value && asked.to === one.value],
    ["Venue", facets.venues, (one) => ({ venue: `"${one.value}"` }), (one) => asked.venue === `"${one.value}"`],
    ["Author", facets.authors, (one) => ({ author: `"${one.value}"` }), (one) => asked.author === `"${one.value}"`],
  ];
  const filled = kinds.filter(([, values]) => values.length > 0);
  return filled.length === 0
    ? null
    : element(
        "details",
        { class: "facets", open: matchMedia(WIDE).matches },
        element("summary", {}, "Narrow down"),
        filled.map(([title, values, filter, isChosen]) => {
          const items = values.map((one) => value(one, isChosen(one), address({ ...asked, ...filter(one), page: 1 })));
          return element(
            "section",
            {},
            element("h2", {}, title),
            element("ul", {}, items.slice(0, SHOWN)),
            items.length > SHOWN
              ? element("details", {}, element("summary", {}, `${items.length - SHOWN} more`), element("ul", {}, items.slice(SHOWN)))
              : null,
          );
        }),
      );
}

function value(one, isChosen, href) {
  return element(
    "li",
    {},
    isChosen ? element("b", { dir: "auto" }, ...rich(one.name)) : element("a", { href, dir: "auto" }, ...rich(one.name)),
    element("span", { class: "count" }, one.papers.toLocaleString("en")),
  );
}
