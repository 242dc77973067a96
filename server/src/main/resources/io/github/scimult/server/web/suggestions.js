/** Suggested labels with bars: of their probability where there is one, else of their score beside the best one's. */
import { labelAddress } from "./addresses.js";
import { element } from "./dom.js";
import { verdict } from "./feedback.js";

/**
 * @param asked the paper that they are suggested for, for feedback on them; null for none
 * @param decide makes what accepts or rejects a label; null for nothing
 */
export function suggestions(found, asked = null, decide = null) {
  const best = found[0]?.score ?? 0;
  const last = Math.min(...found.map((one) => one.score), best - 1e-9);
  return element(
    "ul",
    { class: "bars" },
    found.map((one) => {
      const name = one.label.name || one.label.id;
      const share = one.probability ?? 0.15 + (0.85 * (one.score - last)) / (best - last);
      return element(
        "li",
        {},
        element("a", { href: labelAddress(one.label.id) }, name),
        element("output", {}, one.probability === null ? "" : Math.round(100 * one.probability) + " %"),
        element("div", { class: "bar" }, bar(share)),
        one.label.definition ? element("span", { class: "definition" }, one.label.definition) : null,
        element(
          "span",
          { class: "definition foot" },
          reasons(one),
          decide ? decide(one.label) : asked ? verdict(asked, one.label.id, name) : null,
        ),
      );
    }),
  );
}

function reasons(one) {
  const neighbours = Math.round(100 * one.neighbours);
  return (
    [one.named ? "named in the text" : "", neighbours > 0 ? `on ${neighbours} % of the most similar papers` : ""]
      .filter(Boolean)
      .join(", ") || "by the text's words and meaning"
  );
}

function bar(share) {
  const filled = element("span");
  filled.style.width = Math.round(100 * share) + "%";
  return filled;
}
