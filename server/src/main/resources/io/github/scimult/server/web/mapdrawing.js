/** A map on a canvas: the unit square, turned, shifted and enlarged. */
import { paintDots } from "./mapdots.js";
import { extent, turn } from "./mapextent.js";
import { Neighbourhood } from "./mapneighbours.js";

const MOST_ZOOM = 60;
const LEAST_ZOOM = 0.6;
const NEAR_PIXELS = 12;
const LARGE = 3; // pixels from which on a dot is round

/** The colour of a label by its place in the legend; below 0 that of papers without one. */
export function colour(place) {
  return style(place < 0 ? "--map-other" : `--map-${place}`);
}

function style(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

export class Drawing {
  constructor(canvas, map) {
    this.canvas = canvas;
    this.map = map;
    this.papers = map.papers;
    this.regions = map.regions ?? [];
    this.marked = new Set();
    this.shades = [-1, ...map.labels.keys()].map((place) => [place, map.papers.filter((paper) => paper.label === place)]);
    this.width = 0;
  }

  /** The picture has as many dots as the screen. @returns whether it has any */
  fit() {
    const isFirst = this.width === 0;
    this.density = devicePixelRatio || 1;
    this.width = this.canvas.clientWidth;
    this.height = this.canvas.clientHeight;
    this.canvas.width = Math.round(this.width * this.density);
    this.canvas.height = Math.round(this.height * this.density);
    if (isFirst && this.width > 0) {
      turn(this.map, this.width / this.height);
      this.near = new Neighbourhood(this.papers);
      this.core = extent(this.papers);
      this.whole();
    }
    return this.width > 0;
  }

  /** The scale at which all but outliers are seen. */
  least() {
    return Math.min(this.width / this.core.width, this.height / this.core.height);
  }

  whole() {
    this.show(this.core.x, this.core.y, this.least());
  }

  goTo(region) {
    this.show(region.x, region.y, Math.max(this.scale, 3 * this.least()));
  }

  show(x, y, scale) {
    this.scale = scale;
    this.left = this.width / 2 - x * scale;
    this.top = this.height / 2 - y * scale;
    this.keep();
  }

  move(across, down) {
    this.left += across;
    this.top += down;
    this.keep();
  }

  zoom(factor, x = this.width / 2, y = this.height / 2) {
    const scale = Math.min(Math.max(this.scale * factor, LEAST_ZOOM * this.least()), MOST_ZOOM * this.least());
    this.left = x - ((x - this.left) * scale) / this.scale;
    this.top = y - ((y - this.top) * scale) / this.scale;
    this.scale = scale;
    this.keep();
  }

  middle() {
    return [(this.width / 2 - this.left) / this.scale, (this.height / 2 - this.top) / this.scale];
  }

  /** A view without a single paper is moved until the nearest one is in it. */
  keep() {
    const nearest = this.near.nearest(...this.middle());
    if (nearest) {
      const x = this.left + nearest.x * this.scale;
      const y = this.top + nearest.y * this.scale;
      this.left += Math.min(Math.max(x, 0.1 * this.width), 0.9 * this.width) - x;
      this.top += Math.min(Math.max(y, 0.1 * this.height), 0.9 * this.height) - y;
    }
  }

  mark(words) {
    const wanted = words.trim().toLowerCase().split(/\s+/).filter(Boolean);
    this.marked = new Set(wanted.length === 0 ? [] : this.papers.filter((paper) => wanted.every((word) => paper.title.toLowerCase().includes(word))));
  }

  draw() {
    const pen = this.canvas.getContext("2d");
    pen.setTransform(this.density, 0, 0, this.density, 0, 0);
    pen.clearRect(0, 0, this.width, this.height);
    const size = Math.min(9, Math.max(2, (0.9 * this.scale) / Math.sqrt(this.papers.length) / 5));
    this.dots(pen, size, this.marked.size > 0 ? 0.2 : 0.75);
    pen.fillStyle = style("--ink");
    this.marked.forEach((paper) => this.dot(pen, paper, size + 2));
    this.names(pen);
  }

  dots(pen, size, opacity) {
    const groups = this.shades.map(([place, papers]) => [colour(place), papers]);
    if (size < LARGE) {
      const to = (length) => length * this.density;
      paintDots(pen, groups, { left: to(this.left), top: to(this.top), scale: to(this.scale), size: to(size) }, opacity);
      return;
    }
    pen.globalAlpha = opacity;
    for (const [shade, papers] of groups) {
      pen.fillStyle = shade;
      papers.forEach((paper) => this.dot(pen, paper, size));
    }
    pen.globalAlpha = 1;
  }

  dot(pen, paper, size) {
    const x = this.left + paper.x * this.scale;
    const y = this.top + paper.y * this.scale;
    if (x > -size && y > -size && x < this.width + size && y < this.height + size) {
      pen.beginPath();
      pen.arc(x, y, size / 2, 0, 2 * Math.PI);
      pen.fill();
    }
  }

  /** Names of regions, the largest first; none over another. */
  names(pen) {
    const taken = [];
    pen.font = "600 13px " + getComputedStyle(this.canvas).fontFamily;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    pen.lineWidth = 4;
    pen.strokeStyle = style("--card");
    pen.fillStyle = style("--ink");
    for (const region of this.regions) {
      const half = pen.measureText(region.name).width / 2 + 4;
      const x = Math.min(Math.max(this.left + region.x * this.scale, half), this.width - half);
      const y = this.top + region.y * this.scale;
      const isSeen = y > 10 && y < this.height - 10 && Math.abs(x - this.left - region.x * this.scale) < half;
      if (isSeen && taken.every((other) => Math.abs(other.x - x) > other.half + half || Math.abs(other.y - y) > 18)) {
        pen.strokeText(region.name, x, y);
        pen.fillText(region.name, x, y);
        taken.push({ x, y, half });
      }
    }
  }

  /** The paper at a place of the screen. */
  at(x, y) {
    return this.near.within((x - this.left) / this.scale, (y - this.top) / this.scale, NEAR_PIXELS / this.scale);
  }

  nearMiddle(most) {
    return this.near.first(most, ...this.middle(), this.marked.size > 0 ? this.marked : this.papers);
  }
}
