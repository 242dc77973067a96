/** The server's answers; what it calls a problem becomes an error with its words. */

async function ask(path, options = {}, read = (response) => response.json()) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (failure) {
    if (failure.name === "AbortError") {
      throw failure;
    }
    throw new Error("The server cannot be reached. Is it still running?");
  }
  if (!response.ok) {
    const problem = await response.json();
    throw new Error(problem.detail ?? "The server answered " + response.status + ".");
  }
  return read(response);
}

function send(method, path, body) {
  return ask(path, { method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
}

export const index = () => ask("/api/index");
export const search = (parameters, signal) => ask("/api/search?" + new URLSearchParams(parameters), { signal });
export const paper = (id) => ask("/api/papers/" + encodeURIComponent(id));
export const bibtex = (ids) => ask("/api/citations?" + new URLSearchParams(ids.map((id) => ["id", id])), {}, (response) => response.text());
export const tag = (about) => send("POST", "/api/tag", about);
export const cite = (about) => send("POST", "/api/cite", about);
export const feedback = (said) => send("PUT", "/api/feedback", said);
export const labels = () => ask("/api/labels");
export const putLabel = (label) => send("PUT", "/api/labels", label);
export const map = () => ask("/api/map");
export const reports = () => ask("/api/reports");
export const description = () => ask("/openapi.json");
