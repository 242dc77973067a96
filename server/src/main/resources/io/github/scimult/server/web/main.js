/** From the address to the page. */
import * as api from "./api.js";
import * as description from "./description.js";
import * as labels from "./labels.js";
import * as map from "./map.js";
import * as paper from "./paper.js";
import * as paste from "./paste.js";
import * as search from "./search.js";

const view = document.getElementById("view");

const PAGES = [
  { pattern: /^\/paper\/(.+)$/, title: "Paper", wide: true, show: (match) => paper.show(view, decodeURIComponent(match[1])) },
  { pattern: /^\/paste$/, title: "Your abstract", show: () => paste.show(view) },
  { pattern: /^\/map$/, title: "Map", wide: true, show: () => map.show(view) },
  { pattern: /^\/labels$/, title: "Labels", wide: true, show: () => labels.show(view) },
  { pattern: /^\/api$/, title: "API", show: () => description.show(view) },
  { pattern: /^\/?$/, title: "Search", show: (match, parameters) => search.show(view, parameters) },
];

async function show() {
  const [path, query = ""] = location.hash.replace(/^#/, "").split("?");
  for (const page of PAGES) {
    const match = page.pattern.exec(path);
    if (match) {
      document.title = page.title + " – SciMult";
      view.className = page.wide ? "wide" : "";
      mark(path === "" ? "/" : path);
      scrollTo(0, 0);
      await page.show(match, new URLSearchParams(query));
      return;
    }
  }
  location.hash = "#/";
}

function mark(path) {
  for (const link of document.querySelectorAll("nav a")) {
    if (link.getAttribute("href") === "#" + path) {
      link.setAttribute("aria-current", "page");
    } else {
      link.removeAttribute("aria-current");
    }
  }
}

async function tellWhatIsServed() {
  const served = await api.index();
  document.getElementById("served").textContent = `${served.collection} · ${served.papers.toLocaleString("en")} papers`;
}

addEventListener("hashchange", show);
addEventListener("keydown", (event) => {
  if (event.key === "/" && !/^(INPUT|TEXTAREA)$/.test(event.target.tagName)) {
    event.preventDefault();
    const field = document.querySelector("input.big");
    if (field) {
      field.focus();
    } else {
      location.hash = "#/";
    }
  }
});
show();
tellWhatIsServed();
