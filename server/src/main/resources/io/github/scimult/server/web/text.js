/**
 * Titles and abstracts as they are meant: a few inline tags and character references that databases leave in texts, and formulas. Every
 * element is made here by its name out of a short list; nothing of a text is ever taken for markup.
 */
import { element } from "./dom.js";
import { formula } from "./tex.js";

const TAGS = { i: "i", em: "i", italic: "i", b: "b", bold: "b", strong: "b", sub: "sub", sup: "sup" };
const DROPPED = ["p", "br", "span", "title", "sec", "u", "sc", "tt", "underline", "monospace", "inf"];
const PIECES = new RegExp(
  [
    String.raw`<\/?(?:jats:|mml:)?([a-zA-Z]+)(?:\s[^<>]*)?\/?>`,
    String.raw`&(?:amp;)*(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});`,
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
  const root = document.createDocumentFragment();
  const open = [root];
  let done = 0;
  for (const found of (text ?? "").matchAll(PIECES)) {
    const piece = node(found);
    if (piece !== null) {
      open.at(-1).append(...marked(text, done, found.index, places));
      done = found.index + found[0].length;
      add(piece, open);
    }
  }
  open.at(-1).append(...marked(text ?? "", done, (text ?? "").length, places));
  return [...root.childNodes];
}

/** The same as text alone, for a window's title or a screen reader. */
export function plain(text) {
  return rich(text).map((node) => node.textContent).join("");
}

/** What stands for a piece: a node, the name of a tag to open or close, or null to leave it as it is. */
function node([whole, tag, reference, display, inline, round, square, accent, letter]) {
  if (tag !== undefined) {
    const name = tag.toLowerCase();
    return name in TAGS ? { tag: TAGS[name], closes: whole[1] === "/" } : DROPPED.includes(name) ? "" : null;
  }
  if (reference !== undefined) {
    const decoded = new DOMParser().parseFromString(`&${reference};`, "text/html").documentElement.textContent;
    return decoded.startsWith("&") && decoded.length > 1 ? null : decoded;
  }
  if (accent !== undefined) {
    return (letter + ACCENTS[accent]).normalize("NFC");
  }
  return formula(display ?? inline ?? round ?? square);
}

function add(piece, open) {
  if (piece.tag === undefined) {
    open.at(-1).append(piece);
  } else if (!piece.closes) {
    const inner = element(piece.tag);
    open.at(-1).append(inner);
    open.push(inner);
  } else if (open.length > 1 && open.at(-1).localName === piece.tag) {
    open.pop();
  }
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
