/** The papers that a search has found: how many, in which order, page by page, with what they have in common. */
import * as api from "./api.js";
import { exports } from "./citations.js";
import { choice, count, element, field, notice, problem } from "./dom.js";
import { facetList } from "./facets.js";
import { cards } from "./papers.js";

const A_PAGE = 20;
const MOST_EXPORTED = 500;
const ORDERS = [
  ["relevance", "best first"],
  ["newest", "newest first"],
  ["oldest", "oldest first"],
  ["most-cited", "most cited first"],
];

export class Results {
  /** @param address makes the address of a search out of what is asked for */
  constructor(address) {
    this.address = address;
    this.status = element("p", { class: "status", role: "status", tabindex: -1 });
    this.tools = element("div", { class: "tools" });
    this.aside = element("aside", { "aria-label": "Narrow down" });
    this.found = element("div", { class: "found" });
    this.whole = element("div", { class: "results" }, this.aside, element("div", {}, this.status, this.tools, this.found));
    this.running = new AbortController();
  }

  /** Shows nothing but a text. */
  say(...content) {
    this.running.abort();
    this.status.textContent = "";
    this.tools.replaceChildren();
    this.aside.replaceChildren();
    this.found.replaceChildren(...content);
  }

  /** @param asked by the API's names, and the page from 1 */
  async show(asked) {
    this.running.abort();
    this.running = new AbortController();
    const page = Math.max(1, Number(asked.page) || 1);
    const { page: ignored, ...given } = asked;
    this.found.setAttribute("aria-busy", "true");
    try {
      const body = await api.search({ ...given, top: A_PAGE, offset: (page - 1) * A_PAGE, facets: true }, this.running.signal);
      this.draw(body, asked, page);
    } catch (failure) {
      if (failure.name === "AbortError") {
        return;
      }
      if (failure.status === 401) {
        throw failure;
      }
      this.say(problem(failure));
    }
    this.found.removeAttribute("aria-busy");
  }

  draw(body, asked, page) {
    const found = body.results.length;
    this.status.textContent = found === 0 ? "Nothing was found." : this.sentence(body, asked, page);
    this.tools.replaceChildren(...(found === 0 ? [] : [this.order(asked, body.ranked), this.exported(asked)]));
    this.aside.replaceChildren(...[facetList(body.facets, asked, this.address)].filter(Boolean));
    const verdicts = body.ranked && asked.q ? { on: "search", query: asked.q } : null;
    this.found.replaceChildren(
      ...(found === 0 ? [notice("Try other words, or fewer filters.")] : [cards(body.results, verdicts), this.pager(asked, page, body.more)]),
    );
  }

  sentence(body, asked, page) {
    const first = (page - 1) * A_PAGE + 1;
    const places = `${first.toLocaleString("en")}–${(first + body.results.length - 1).toLocaleString("en")}`;
    if (!body.ranked) {
      const order = asked.sort && asked.sort !== "relevance" ? asked.sort : "newest";
      return `${count(body.total, "paper")}, ${Object.fromEntries(ORDERS)[order]}` + (page > 1 || body.more ? `: ${places}` : "");
    }
    const which = asked.sort && asked.sort !== "relevance" ? `Of the 200 most relevant papers, ${Object.fromEntries(ORDERS)[asked.sort]}: ${places}. ` : `Papers ${places}, best first. `;
    return body.total === 0
      ? which + "No paper has a word of the query; these are nearest in meaning."
      : which + `${count(body.total, "paper has", "papers have")} at least one word of the query.`;
  }

  order(asked, ranked) {
    const orders = ranked ? ORDERS : ORDERS.slice(1);
    const select = choice({ class: "small" }, orders, asked.sort ?? orders[0][0]);
    select.addEventListener("change", () => {
      location.hash = this.address({ ...asked, sort: select.value === "relevance" ? "" : select.value, page: 1 });
    });
    return field("Order ", select);
  }

  exported(asked) {
    const { page, ...given } = asked;
    const ids = async () => (await api.search({ ...given, top: MOST_EXPORTED })).results.map((one) => one.paper.id);
    const whole = exports(ids, "papers");
    whole.title = `The first ${MOST_EXPORTED} papers of these results`;
    return whole;
  }

  pager(asked, page, more) {
    const to = (number, text, rel) => element("a", { href: this.address({ ...asked, page: number }), rel, class: "step" }, text);
    return page === 1 && !more
      ? ""
      : element(
          "nav",
          { class: "pager", "aria-label": "Pages of results" },
          page > 1 ? to(page - 1, "← Previous", "prev") : null,
          element("span", {}, "Page " + page),
          more ? to(page + 1, "Next →", "next") : null,
        );
  }
}
