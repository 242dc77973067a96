/** The server's answers; what it calls a problem becomes an error with its words. */
import * as session from "./session.js";

/** Told when records have changed, so that pages drawn before are not shown again. */
export const changes = new EventTarget();

/** A refusal or failure of the server. */
export class Problem extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

async function ask(path, options = {}, read = (response) => response.json()) {
  let response;
  try {
    response = await fetch(path, { ...options, headers: { ...options.headers, ...session.headers() } });
  } catch (failure) {
    if (failure.name === "AbortError") {
      throw failure;
    }
    throw new Problem("The server cannot be reached. Is it still running?", 0);
  }
  if (!response.ok) {
    throw new Problem(await reason(response), response.status);
  }
  return read(response);
}

async function reason(response) {
  if (response.status === 401) {
    return session.key() === "" ? "This server asks for a key." : "The server does not know this key.";
  }
  try {
    return (await response.json()).detail ?? "The server answered " + response.status + ".";
  } catch {
    return "The server answered " + response.status + ".";
  }
}

function send(method, path, body) {
  const content = body === undefined ? {} : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  return ask(path, { method, ...content });
}

async function change(method, path, body) {
  const answer = await send(method, path, body);
  changes.dispatchEvent(new Event("change"));
  return answer;
}

const at = (kind, id) => `/api/${kind}/${encodeURIComponent(id)}`;
const text = (response) => response.text();

export const index = () => ask("/api/index");
export const search = (parameters, signal) => ask("/api/search?" + new URLSearchParams(parameters), { signal });
export const suggest = (parameters, signal) => ask("/api/suggest?" + new URLSearchParams(parameters), { signal });
export const paper = (id) => ask(at("papers", id));
export const citations = (ids, format) =>
  ask("/api/citations?" + new URLSearchParams([["format", format], ...ids.map((id) => ["id", id])]), {}, text);
export const tag = (about) => send("POST", "/api/tag", about);
export const cite = (about) => send("POST", "/api/cite", about);
export const feedback = (said) => send("PUT", "/api/feedback", said);
export const labels = () => ask("/api/labels");
export const label = (id) => ask(at("labels", id));
export const putLabel = (label) => change("PUT", "/api/labels", label);
export const deleteLabel = (id) => change("DELETE", at("labels", id));
export const mergeLabel = (id, into) => change("POST", at("labels", id) + "/merge", { into });
export const assign = (paper, label, verdict) => change("PUT", at("papers", paper) + "/labels/" + encodeURIComponent(label), { verdict });
export const unassign = (paper, label) => change("DELETE", at("papers", paper) + "/labels/" + encodeURIComponent(label));
export const map = () => ask("/api/map");
export const reports = () => ask("/api/reports");
export const description = () => ask("/openapi.json");
