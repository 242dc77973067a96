/** The key that a visitor has given, and what it allows. The key is kept as long as the tab is open, and nowhere else. */
const PLACE = "scimult-key";
const EVERYTHING = { needsKey: false, scopes: ["read", "write", "feedback"] };

let access = EVERYTHING;

export function key() {
  return sessionStorage.getItem(PLACE) ?? "";
}

export function keep(given) {
  if (given === "") {
    sessionStorage.removeItem(PLACE);
  } else {
    sessionStorage.setItem(PLACE, given);
  }
}

/** Asks the server what is allowed; one that does not say allows everything. */
export async function ask() {
  try {
    const response = await fetch("/api/access", { headers: headers() });
    if (response.status === 401) {
      access = { needsKey: true, scopes: [] };
    } else {
      access = response.ok ? await response.json() : EVERYTHING;
    }
  } catch {
    access = EVERYTHING; // pages themselves say that the server cannot be reached
  }
  document.documentElement.toggleAttribute("data-read-only", !can("write"));
}

/** @param scope "read", "write" or "feedback" */
export function can(scope) {
  return access.scopes.includes(scope);
}

export function needsKey() {
  return access.needsKey;
}

export function headers() {
  return key() === "" ? {} : { Authorization: "Bearer " + key() };
}
