/** Where pages are. The address of a search says all of it, so that it can be kept, shared and returned to. */

export const FILTERS = ["q", "label", "author", "venue", "from", "to", "sort", "duplicates", "bm25Weight"];

export function paperAddress(id) {
  return "#/paper/" + encodeURIComponent(id);
}

export function labelAddress(id) {
  return "#/label/" + encodeURIComponent(id);
}

/** @param asked what is searched for, by the API's names, and the page from 1 */
export function searchAddress(asked, base = "#/") {
  const given = Object.entries(asked).filter(([name, value]) => value && !(name === "page" && Number(value) === 1));
  return base + (given.length === 0 ? "" : "?" + new URLSearchParams(given));
}

/** Papers of one name alone. @param kind "author" or "venue" */
export function wholeName(kind, name) {
  return searchAddress({ [kind]: `"${name}"` });
}
