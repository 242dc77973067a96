/**
 * Titles and abstracts as they are meant: with their formulas, and with TeX's accents. Markup is removed when a paper is read;
 * what looks like it now is none, and nothing of a text is ever taken for markup.
 */
import { element } from "./dom.js";
import { formula } from "./tex.js";

const PIECES = new RegExp(
  [
    String.raw`\$\$([^$]+)\$\$`,
    String.raw`\$(?=\S)((?:[^$\\]|\\.)*?[^\s\\])\$(?!\d)`,
    String.raw`\\\((.+?)\\\)`,
    String.raw`\\\[(.+?)\\\]`,
    String.raw`\\(["'\x60^~])\{?\\?([a-zA-Z])\}?`,
  ].join("|"),
  "gs",
);
const ACCENTS = { '"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303" };

/** Nodes of a text with the places of matching words marked. */
export function rich(text, places = []) {
  const whole = text ?? "";
  const nodes = [];
  let done = 0;
  for (const found of whole.matchAll(PIECES)) {
    const piece = node(found);
    if (piece !== null) {
      nodes.push(...marked(whole, done, found.index, places), piece);
      done = found.index + found[0].length;
    }
  }
  nodes.push(...marked(whole, done, whole.length, places));
  return nodes;
}

/** The same as text alone, for a window's title or a screen reader. */
export function plain(text) {
  return rich(text).map((node) => node.textContent ?? node).join("");
}

/** What stands for a piece; null to leave it as it is. */
function node([, display, inline, round, square, accent, letter]) {
  return accent === undefined ? formula(display ?? inline ?? round ?? square) : (letter + ACCENTS[accent]).normalize("NFC");
}

function marked(text, begin, end, places) {
  const parts = [];
  let done = begin;
  for (const place of places) {
    const from = Math.max(place.begin, done);
    const to = Math.min(place.end, end);
    if (from < to) {
      parts.push(text.slice(done, from), element("mark", {}, text.slice(from, to)));
      done = to;
    }
  }
  parts.push(text.slice(done, end));
  return parts.filter((part) => part !== "");
}
