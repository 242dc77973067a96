/** Papers for reference managers: as a file, or into the clipboard. */
import * as api from "./api.js";
import { choice, element } from "./dom.js";

const FORMATS = [
  { format: "bibtex", name: "BibTeX", ending: "bib", type: "application/x-bibtex" },
  { format: "ris", name: "RIS", ending: "ris", type: "application/x-research-info-systems" },
  { format: "csl-json", name: "CSL-JSON", ending: "json", type: "application/json" },
];
const AT_ONCE = 50; // as many ids as an address holds

/**
 * A choice of formats, a button that saves papers, and one that copies them.
 *
 * @param ids a function that promises the papers' ids
 * @param file the name of the file that is saved, without its ending
 */
export function exports(ids, file) {
  const told = element("span", { class: "told", role: "status" });
  const format = choice({ "aria-label": "Format", class: "small" }, FORMATS.map((one) => [one.format, one.name]), "bibtex");
  const chosen = () => FORMATS.find((one) => one.format === format.value);

  async function attempt(what) {
    told.textContent = "…";
    try {
      told.textContent = await what(chosen(), await ids());
    } catch (failure) {
      told.textContent = failure.name === "NotAllowedError" ? "The browser does not allow copying" : failure.message;
    }
  }

  return element(
    "div",
    { class: "export", role: "group", "aria-label": "Export" },
    format,
    element("button", { class: "quiet small", type: "button", click: () => attempt((form, papers) => save(form, papers, file)) }, "Save"),
    element("button", { class: "quiet small", type: "button", click: () => attempt(copy) }, "Copy"),
    told,
  );
}

async function written({ format }, ids) {
  const parts = [];
  for (let begin = 0; begin < ids.length; begin += AT_ONCE) {
    parts.push(await api.citations(ids.slice(begin, begin + AT_ONCE), format));
  }
  return format === "csl-json" ? JSON.stringify(parts.flatMap((part) => JSON.parse(part)), null, 2) + "\n" : parts.join(format === "ris" ? "" : "\n");
}

async function save(form, ids, file) {
  const address = URL.createObjectURL(new Blob([await written(form, ids)], { type: form.type }));
  element("a", { href: address, download: `${file}.${form.ending}` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  return "Saved";
}

async function copy(form, ids) {
  await navigator.clipboard.writeText(await written(form, ids));
  return "Copied";
}
