/** Formulas of TeX as MathML. What is not understood is shown as it stands, never half of it. */
import { accents, alphabet, functions, letters, operators, spaces } from "./texsymbols.js";

const SPACE = "http://www.w3.org/1998/Math/MathML";
const TOKENS = /\\([a-zA-Z]+|.)|[ \t\r\n]+|[\s\S]/gu;
const TEXTS = /\\(text|textrm|mbox|hbox|mathrm|operatorname)\s*\{([^{}]*)\}/g;
const UPRIGHT = ["mathrm", "text", "textrm", "mbox", "operatorname", "mathsf", "mathtt", "mathit", "rm", "hbox", "textit", "textbf", "emph", "textsc", "texttt", "roman"];
const IGNORED = ["displaystyle", "textstyle", "limits", "nolimits", "big", "Big", "bigg", "Bigg", "left", "right", "bigl", "bigr", "rm", "it", "bf", "cal", "sl", "sf", "tt", "scriptstyle", "scriptscriptstyle", "biggl", "biggr", "Bigl", "Bigr", "nonumber", "protect", "mathop", "mathstrut", "middle", "ensuremath", "mathrel", "mathord", "null", "strut", "/", "relax", "noindent"];
const MOST_NESTED = 30;

/** The formula's element, or null for what is no formula that is understood here. */
export function formula(tex) {
  try {
    const parser = new Parser(tex);
    const row = parser.row(null);
    return made("math", ...row);
  } catch (failure) {
    if (failure instanceof NotUnderstood) {
      return null;
    }
    throw failure;
  }
}

class NotUnderstood extends Error {}

function made(name, ...children) {
  const node = document.createElementNS(SPACE, name);
  node.append(...children);
  return node;
}

class Parser {
  constructor(tex) {
    const kept = tex.replace(TEXTS, (text) => text.replace(/ /g, "\u00a0")); // spaces matter only there
    this.tokens = [...kept.matchAll(TOKENS)].map((found) => found[0]).filter((token) => !/^[ \t\r\n]+$/.test(token));
    this.place = 0;
    this.depth = 0;
  }

  next() {
    if (this.place >= this.tokens.length) {
      throw new NotUnderstood();
    }
    return this.tokens[this.place++];
  }

  deeper() {
    if (++this.depth > MOST_NESTED) {
      throw new NotUnderstood();
    }
  }

  /** Everything up to a closing token, or to the end. */
  row(end) {
    const nodes = [];
    while (this.tokens[this.place] !== (end ?? undefined)) {
      if (this.tokens[this.place] === "\\over") {
        this.deeper();
        this.place++;
        return [made("mfrac", made("mrow", ...nodes), made("mrow", ...this.row(end)))];
      }
      const node = this.scripted();
      if (node !== null) {
        nodes.push(node);
      }
    }
    this.place++;
    return nodes;
  }

  /** One thing with what is raised and lowered behind it, each once. */
  scripted() {
    const base = "^_".includes(this.tokens[this.place]) ? made("mrow") : this.one();
    if (base === null) {
      return null;
    }
    const primes = this.primes();
    const scripts = {};
    while (["^", "_"].includes(this.tokens[this.place])) {
      const kind = this.next();
      if (scripts[kind]) {
        throw new NotUnderstood();
      }
      scripts[kind] = this.argument();
    }
    const raised = primes && scripts["^"] ? made("mrow", primes, scripts["^"]) : (primes ?? scripts["^"]);
    if (raised && scripts._) {
      return made("msubsup", base, scripts._, raised);
    }
    return raised ? made("msup", base, raised) : scripts._ ? made("msub", base, scripts._) : base;
  }

  primes() {
    let primes = "";
    while (this.tokens[this.place] === "'") {
      primes += "′";
      this.next();
    }
    return primes === "" ? null : made("mo", primes);
  }

  argument() {
    const node = this.one();
    if (node === null) {
      throw new NotUnderstood();
    }
    return node;
  }

  one() {
    this.deeper();
    const node = this.thing();
    this.depth--;
    return node;
  }

  thing() {
    const token = this.next();
    if (token === "{") {
      return made("mrow", ...this.row("}"));
    } else if (token.startsWith("\\")) {
      return this.command(token.slice(1));
    } else if (/\d/.test(token)) {
      let number = token;
      while (/^[\d.]$/.test(this.tokens[this.place] ?? "")) {
        number += this.next();
      }
      return made("mn", number);
    } else if (/\p{L}/u.test(token)) {
      return made("mi", token);
    } else if ("}&$#%\\".includes(token)) {
      throw new NotUnderstood();
    }
    return token === "~" ? made("mspace") : made("mo", token === "-" ? "−" : token === "*" ? "∗" : token);
  }

  command(name) {
    if (letters.has(name)) {
      return made("mi", letters.get(name));
    } else if (operators.has(name)) {
      return made("mo", operators.get(name));
    } else if (functions.has(name)) {
      return made("mi", name);
    } else if (spaces.has(name)) {
      const space = made("mspace");
      space.setAttribute("width", spaces.get(name));
      return space;
    } else if (["frac", "tfrac", "dfrac"].includes(name)) {
      return made("mfrac", this.argument(), this.argument());
    } else if (["stackrel", "overset", "underset"].includes(name)) {
      const beside = this.argument();
      return made(name === "underset" ? "munder" : "mover", this.argument(), beside);
    } else if (name === "sqrt") {
      return this.root();
    } else if (accents.has(name)) {
      const accented = made("mover", this.argument(), made("mo", accents.get(name)));
      accented.setAttribute("accent", "true");
      return accented;
    } else if (name === "not") {
      return made("mo", this.argument().textContent + "\u0338");
    } else if (alphabet(name) !== null) {
      return made("mi", alphabet(name)(this.argument().textContent));
    } else if (UPRIGHT.includes(name) && this.tokens[this.place] === "{") {
      return made("mtext", this.argument().textContent);
    } else if (IGNORED.includes(name)) {
      return null;
    } else if (/^[%&#$_{}|]$/.test(name)) {
      return made("mo", name === "|" ? "‖" : name);
    }
    throw new NotUnderstood(name);
  }

  root() {
    if (this.tokens[this.place] !== "[") {
      return made("msqrt", this.argument());
    }
    this.next();
    const degree = made("mrow", ...this.row("]"));
    return made("mroot", this.argument(), degree);
  }
}
