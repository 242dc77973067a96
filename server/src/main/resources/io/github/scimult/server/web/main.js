/** From the address to the page. */
import * as api from "./api.js";
import * as description from "./description.js";
import { element, problem } from "./dom.js";
import { History } from "./history.js";
import { requestKey } from "./key.js";
import * as label from "./label.js";
import * as labels from "./labels.js";
import * as map from "./map.js";
import * as paper from "./paper.js";
import * as paste from "./paste.js";
import * as search from "./search.js";
import * as session from "./session.js";

const main = document.getElementById("view");

const PAGES = [
  { pattern: /^\/paper\/(.+)$/, title: "Paper", show: (view, match) => paper.show(view, decodeURIComponent(match[1])) },
  { pattern: /^\/label\/(.+)$/, title: "Label", show: (view, match, query) => label.show(view, decodeURIComponent(match[1]), query) },
  { pattern: /^\/paste$/, title: "Your abstract", narrow: true, show: (view) => paste.show(view) },
  { pattern: /^\/map$/, title: "Map", show: (view) => map.show(view) },
  { pattern: /^\/labels$/, title: "Labels", show: (view) => labels.show(view) },
  { pattern: /^\/api$/, title: "API", narrow: true, show: (view) => description.show(view) },
  { pattern: /^\/?$/, title: "Search", show: (view, match, query) => search.show(view, query) },
];

const pages = new History(main);

async function show() {
  const [path, query = ""] = location.hash.replace(/^#/, "").split("?");
  const page = PAGES.find((one) => one.pattern.test(path));
  if (!page) {
    location.replace("#/");
    return;
  }
  mark(path === "" ? "/" : path);
  if (pages.showAgain()) {
    return;
  }
  const view = element("div", { class: page.narrow ? "narrow page" : "page" });
  view.dataset.title = page.title;
  pages.showNew(view);
  try {
    await page.show(view, page.pattern.exec(path), new URLSearchParams(query));
  } catch (failure) {
    tellFailure(view, page, failure);
  }
  pages.settled(view);
}

function tellFailure(view, page, failure) {
  view.replaceChildren(element("h1", {}, page.title), problem(failure));
  if (failure.status === 401 && view.isConnected) {
    requestKey(begin, failure.message);
  }
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
  const keyButton = document.getElementById("key");
  keyButton.hidden = !session.needsKey() && session.key() === "";
  keyButton.textContent = session.key() === "" ? "Enter key" : "Forget key";
  document.getElementById("readonly").hidden = session.can("write") || !session.can("read");
  try {
    const served = await api.index();
    document.getElementById("served").textContent = `${served.collection} · ${served.papers.toLocaleString("en")} papers`;
  } catch {
    document.getElementById("served").textContent = ""; // the page itself says why
  }
}

/** Shows the page that the address names, with what the key allows. */
async function begin() {
  await session.ask();
  pages.forget();
  await Promise.all([show(), tellWhatIsServed()]);
}

document.getElementById("key").addEventListener("click", () => {
  if (session.key() === "") {
    requestKey(begin);
  } else {
    session.keep("");
    begin();
  }
});
main.addEventListener("renamed", (event) => pages.rename(event.target, event.detail));
document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault(); // the address is the page's
  main.focus();
});
api.changes.addEventListener("change", () => pages.forgetOthers());
addEventListener("popstate", show);
addEventListener("keydown", (event) => {
  const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || document.querySelector("dialog[open]");
  if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    const field = document.querySelector("input.big");
    if (field) {
      field.focus();
    } else {
      location.hash = "#/";
    }
  }
});
begin();
