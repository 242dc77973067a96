/** The papers as points: near each other where they belong together. Drag to move, wheel or buttons to zoom, click to read. */
import * as api from "./api.js";
import { paperAddress } from "./addresses.js";
import { button, count, element, field, notice } from "./dom.js";
import { Drawing } from "./mapdrawing.js";
import { legend } from "./maplegend.js";
import { followPointer } from "./mappointer.js";
import { name } from "./papers.js";

const IN_VIEW = 8;

export async function show(view) {
  view.append(element("h1", {}, "Map of the collection"), element("p", { class: "status", role: "status" }, "Loading the map …"));
  let map;
  try {
    map = await api.map();
  } catch (failure) {
    if (failure.status !== 404) {
      throw failure;
    }
    view.replaceChildren(element("h1", {}, "Map of the collection"), notice(failure.message));
    return;
  }
  new MapPage(view, map);
}

class MapPage {
  constructor(view, map) {
    this.map = map;
    this.canvas = element("canvas", {
      class: "map",
      tabindex: 0,
      role: "application",
      "aria-label": `A map of ${map.papers.length} papers. Arrow keys move it, plus and minus zoom, Home shows all of it, Enter opens the paper in its middle. The lists below it tell what is where.`,
    });
    this.tip = element("div", { class: "tip", "aria-hidden": "true" });
    this.told = element("p", { class: "status", role: "status" });
    this.inView = element("ul", { class: "list" });
    this.drawing = new Drawing(this.canvas, map);
    this.waiting = false;
    this.timer = 0;
    this.put(view);
    this.listen();
  }

  put(view) {
    const find = element("input", { type: "search", autocomplete: "off", input: () => this.change(() => this.drawing.mark(find.value)) });
    const zoom = (factor) => () => this.change(() => this.drawing.zoom(factor));
    view.replaceChildren(
      element("h1", {}, "Map of the collection"),
      element("p", { class: "lead" }, "Papers that should be linked lie near each other. The directions mean nothing."),
      element(
        "div",
        { class: "maptools" },
        field("Mark titles with these words", find),
        element(
          "div",
          { class: "buttons" },
          button("+", zoom(1.6), { "aria-label": "Zoom in" }),
          button("−", zoom(1 / 1.6), { "aria-label": "Zoom out" }),
          button("Whole map", () => this.change(() => this.drawing.whole())),
        ),
      ),
      element("div", { class: "mapframe" }, this.canvas, this.tip),
      legend(this.map.labels),
      this.told,
      this.regions() ?? "",
      element("h2", {}, "In the middle of the view"),
      this.inView,
    );
  }

  regions() {
    const named = this.map.regions ?? [];
    return named.length === 0
      ? null
      : element(
          "details",
          { class: "regions" },
          element("summary", {}, `${count(named.length, "region")} by name`),
          element(
            "ul",
            { class: "chips" },
            named.map((region) => element("li", {}, button(region.name, () => this.change(() => this.drawing.goTo(region)), { class: "quiet small" }))),
          ),
        );
  }

  /** Draws once a frame, however many changes there are. */
  change(what) {
    what();
    if (!this.waiting) {
      this.waiting = true;
      requestAnimationFrame(() => {
        this.waiting = false;
        this.drawing.draw();
        this.tellSoon();
      });
    }
  }

  tellSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tell(), 120);
  }

  tell() {
    const marked = this.drawing.marked.size;
    this.told.textContent = count(this.map.papers.length, "paper") + (marked > 0 ? `, ${marked.toLocaleString("en")} marked` : "");
    this.inView.replaceChildren(
      ...this.drawing.nearMiddle(IN_VIEW).map((paper) => element("li", {}, element("a", { href: paperAddress(paper.id), dir: "auto" }, name(paper)))),
    );
  }

  /** Names the paper at a place of the canvas. @returns it; null where there is none */
  point(x, y) {
    const paper = this.drawing.at(x, y);
    this.canvas.style.cursor = paper ? "pointer" : "grab";
    this.tip.hidden = !paper;
    if (paper) {
      this.tip.textContent = name(paper);
      this.tip.style.left = Math.min(x + 14, Math.max(0, this.canvas.clientWidth - 270)) + "px";
      this.tip.style.top = y + 14 + "px";
    }
    return paper;
  }

  open(paper) {
    location.hash = paperAddress(paper.id);
  }

  listen() {
    this.tip.hidden = true;
    followPointer(this.canvas, {
      drag: (across, down) => this.change(() => this.drawing.move(across, down)),
      zoom: (factor, x, y) => this.change(() => this.drawing.zoom(factor, x, y)),
      point: (x, y) => this.point(x, y),
      click: (x, y) => {
        const paper = this.point(x, y);
        if (paper) {
          this.open(paper);
        }
      },
      leave: () => (this.tip.hidden = true),
    });
    this.canvas.addEventListener("keydown", (event) => this.key(event));
    new ResizeObserver(() => {
      if (this.canvas.isConnected && this.drawing.fit()) {
        this.drawing.draw();
        this.tellSoon();
      }
    }).observe(this.canvas);
  }

  key(event) {
    const step = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
    const drawing = this.drawing;
    const changes = { "+": () => drawing.zoom(1.6), "=": () => drawing.zoom(1.6), "-": () => drawing.zoom(1 / 1.6), Home: () => drawing.whole() };
    const change = step ? () => drawing.move(...step) : changes[event.key];
    if (change) {
      event.preventDefault();
      this.change(change);
    } else if (event.key === "Enter" && drawing.nearMiddle(1).length > 0) {
      this.open(drawing.nearMiddle(1)[0]);
    }
  }
}
