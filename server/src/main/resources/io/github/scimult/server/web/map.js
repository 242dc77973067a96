/** The papers as points: near each other where they belong together. Drag to move, wheel or buttons to zoom, click to read. */
import * as api from "./api.js";
import { labelAddress, paperAddress } from "./addresses.js";
import { element, field, problem } from "./dom.js";

const MOST_ZOOM = 60;
const NEAR_PIXELS = 12;
const CELLS = 64;

export async function show(view) {
  const told = element("p", { class: "status", role: "status" }, "Loading the map …");
  view.replaceChildren(element("h1", {}, "Map of the collection"), told);
  let map;
  try {
    map = await api.map();
  } catch (failure) {
    told.replaceWith(problem(failure));
    return;
  }
  const canvas = element("canvas", {
    class: "map",
    tabindex: 0,
    role: "img",
    "aria-label": `A map of ${map.papers.length} papers. Arrow keys move it, plus and minus zoom. The list below it tells what is in view.`,
  });
  const tip = element("div", { class: "tip", "aria-hidden": "true" });
  const inView = element("ul", { class: "list" });
  const find = element("input", { type: "search", autocomplete: "off" });
  view.replaceChildren(
    element("h1", {}, "Map of the collection"),
    element("p", { class: "lead" }, "Papers that should be linked lie near each other. The directions mean nothing."),
    element("div", { class: "maptools" }, field("Mark titles with these words", find), zoomButtons()),
    element("div", { class: "mapframe" }, canvas, tip),
    legend(map.labels),
    told,
    element("h2", {}, "In the middle of the view"),
    inView,
  );
  const drawn = new Drawing(canvas, map);

  function zoomButtons() {
    return element(
      "div",
      { class: "buttons" },
      element("button", { class: "quiet", type: "button", "aria-label": "Zoom in", click: () => change(() => drawn.zoom(1.6)) }, "+"),
      element("button", { class: "quiet", type: "button", "aria-label": "Zoom out", click: () => change(() => drawn.zoom(1 / 1.6)) }, "−"),
      element("button", { class: "quiet", type: "button", click: () => change(() => drawn.whole()) }, "Whole map"),
    );
  }

  function change(what) {
    what();
    drawn.draw();
    tell();
  }

  function tell() {
    const middle = drawn.nearMiddle(8);
    told.textContent = `${map.papers.length.toLocaleString("en")} papers` + (drawn.marked.size > 0 ? `, ${drawn.marked.size} marked` : "");
    inView.replaceChildren(...middle.map((paper) => element("li", {}, element("a", { href: paperAddress(paper.id) }, paper.title || paper.id))));
  }

  function point(event) {
    const paper = drawn.at(event.offsetX, event.offsetY);
    canvas.style.cursor = paper ? "pointer" : "grab";
    tip.textContent = paper ? paper.title || paper.id : "";
    tip.style.display = paper ? "block" : "none";
    if (paper) {
      tip.style.left = Math.min(event.offsetX + 14, Math.max(0, canvas.clientWidth - 260)) + "px";
      tip.style.top = event.offsetY + 14 + "px";
    }
    return paper;
  }

  let held = null;
  canvas.addEventListener("pointerdown", (event) => {
    held = { x: event.offsetX, y: event.offsetY, moved: false };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (held) {
      held.moved ||= Math.hypot(event.offsetX - held.x, event.offsetY - held.y) > 4;
      if (held.moved) {
        drawn.move(event.offsetX - held.x, event.offsetY - held.y);
        held = { x: event.offsetX, y: event.offsetY, moved: true };
        drawn.draw();
      }
    } else {
      point(event);
    }
  });
  canvas.addEventListener("pointerup", (event) => {
    const paper = held && !held.moved ? point(event) : null;
    held = null;
    if (paper) {
      location.hash = paperAddress(paper.id);
    } else {
      tell();
    }
  });
  canvas.addEventListener("pointerleave", () => (tip.style.display = "none"));
  canvas.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      change(() => drawn.zoom(Math.exp(-event.deltaY / 400), event.offsetX, event.offsetY));
    },
    { passive: false },
  );
  canvas.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
    if (step) {
      event.preventDefault();
      change(() => drawn.move(...step));
    } else if (event.key === "+" || event.key === "-") {
      change(() => drawn.zoom(event.key === "+" ? 1.6 : 1 / 1.6));
    }
  });
  find.addEventListener("input", () => change(() => drawn.mark(find.value)));
  const resized = new ResizeObserver(() => {
    if (canvas.isConnected) {
      drawn.fit();
      drawn.draw();
    } else {
      resized.disconnect();
    }
  });
  resized.observe(canvas);
  drawn.fit();
  change(() => drawn.whole());
}

function legend(labels) {
  return element(
    "ul",
    { class: "maplegend", "aria-label": "Colours" },
    labels.map((label, place) => {
      const dot = element("span", { class: "dot" });
      dot.style.background = colour(place);
      return element("li", {}, dot, element("a", { href: labelAddress(label.id) }, label.name));
    }),
  );
}

function colour(place) {
  return getComputedStyle(document.documentElement).getPropertyValue(place < 0 ? "--map-other" : `--map-${place}`).trim();
}

/** What is seen of the map: the unit square, shifted and enlarged. */
class Drawing {
  constructor(canvas, map) {
    this.canvas = canvas;
    this.papers = map.papers;
    this.colours = [...map.labels.keys(), -1].map((place) => [place, colour(place)]);
    this.marked = new Set();
    this.cells = new Map();
    for (const paper of this.papers) {
      const key = this.cell(paper.x, paper.y);
      this.cells.set(key, [...(this.cells.get(key) ?? []), paper]);
    }
  }

  cell(x, y) {
    return Math.floor(x * CELLS) * (CELLS + 1) + Math.floor(y * CELLS);
  }

  /** The picture has as many dots as the screen. */
  fit() {
    const density = devicePixelRatio || 1;
    this.width = this.canvas.clientWidth;
    this.height = this.canvas.clientHeight;
    this.canvas.width = Math.round(this.width * density);
    this.canvas.height = Math.round(this.height * density);
    this.density = density;
  }

  whole() {
    this.scale = Math.min(this.width, this.height);
    this.left = (this.width - this.scale) / 2;
    this.top = (this.height - this.scale) / 2;
  }

  move(across, down) {
    this.left += across;
    this.top += down;
  }

  zoom(factor, x = this.width / 2, y = this.height / 2) {
    const least = Math.min(this.width, this.height) / 2;
    const scale = Math.min(Math.max(this.scale * factor, least), least * 2 * MOST_ZOOM);
    this.left = x - ((x - this.left) * scale) / this.scale;
    this.top = y - ((y - this.top) * scale) / this.scale;
    this.scale = scale;
  }

  mark(words) {
    const wanted = words.trim().toLowerCase().split(/\s+/).filter(Boolean);
    this.marked = new Set(wanted.length === 0 ? [] : this.papers.filter((paper) => wanted.every((word) => paper.title.toLowerCase().includes(word))));
  }

  draw() {
    const pen = this.canvas.getContext("2d");
    pen.setTransform(this.density, 0, 0, this.density, 0, 0);
    pen.clearRect(0, 0, this.width, this.height);
    const size = Math.min(9, Math.max(2, (0.6 * this.scale) / Math.sqrt(this.papers.length) / 6));
    for (const [place, shade] of [...this.colours].reverse()) {
      pen.fillStyle = shade;
      pen.globalAlpha = this.marked.size > 0 ? 0.2 : 0.8;
      for (const paper of this.papers) {
        if (paper.label === place) {
          this.dot(pen, paper, size);
        }
      }
    }
    pen.globalAlpha = 1;
    pen.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--ink").trim();
    for (const paper of this.marked) {
      this.dot(pen, paper, size + 2);
    }
  }

  dot(pen, paper, size) {
    const x = this.left + paper.x * this.scale;
    const y = this.top + paper.y * this.scale;
    if (x > -size && y > -size && x < this.width + size && y < this.height + size) {
      if (size < 4) {
        pen.fillRect(x - size / 2, y - size / 2, size, size);
      } else {
        pen.beginPath();
        pen.arc(x, y, size / 2, 0, 2 * Math.PI);
        pen.fill();
      }
    }
  }

  /** The paper at a place of the screen. */
  at(x, y) {
    const across = (x - this.left) / this.scale;
    const down = (y - this.top) / this.scale;
    const reach = NEAR_PIXELS / this.scale;
    let best = null;
    let least = reach;
    for (let column = Math.floor((across - reach) * CELLS); column <= Math.floor((across + reach) * CELLS); column++) {
      for (let row = Math.floor((down - reach) * CELLS); row <= Math.floor((down + reach) * CELLS); row++) {
        for (const paper of this.cells.get(column * (CELLS + 1) + row) ?? []) {
          const distance = Math.hypot(paper.x - across, paper.y - down);
          if (distance < least) {
            least = distance;
            best = paper;
          }
        }
      }
    }
    return best;
  }

  nearMiddle(most) {
    const across = (this.width / 2 - this.left) / this.scale;
    const down = (this.height / 2 - this.top) / this.scale;
    const distance = (paper) => Math.hypot(paper.x - across, paper.y - down);
    const chosen = this.marked.size > 0 ? [...this.marked] : this.papers;
    return chosen
      .map((paper) => [distance(paper), paper])
      .sort((one, other) => one[0] - other[0])
      .slice(0, most)
      .map(([, paper]) => paper);
  }
}
