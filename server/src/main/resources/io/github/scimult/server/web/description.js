/** The API as people read it, from the document that programs read. */
import * as api from "./api.js";
import { element } from "./dom.js";

export async function show(view) {
  const [document, { reports }] = await Promise.all([api.description(), api.reports()]);
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  view.replaceChildren(
    element("h1", {}, "API"),
    element(
      "p",
      { class: "lead" },
      "JSON over HTTP. Errors are problem details (RFC 9457) with a sentence in detail. The same as an OpenAPI document: ",
      element("a", { href: "/openapi.json" }, "/openapi.json"),
      ".",
    ),
    reports.length === 0
      ? ""
      : element(
          "p",
          { class: "lead" },
          "Reports: ",
          ...reports.flatMap((report, place) => [place === 0 ? "" : ", ", element("a", { href: "/reports/" + report.name }, report.title)]),
          ".",
        ),
    ...routes.map(route),
  );
}

function route({ path, method, operation }) {
  const body = operation.requestBody?.content["application/json"].example;
  const answer = operation.responses["200"].content?.["application/json"].example;
  return element(
    "details",
    { class: "route card" },
    element("summary", {}, element("span", { class: "method" }, method), element("code", {}, path), " – ", operation.summary),
    operation.description ? element("p", {}, operation.description) : null,
    operation.parameters.length === 0
      ? null
      : element(
          "table",
          {},
          element("thead", {}, element("tr", {}, ["Parameter", "Type", "Meaning"].map((title) => element("th", { scope: "col" }, title)))),
          element(
            "tbody",
            {},
            operation.parameters.map((one) =>
              element("tr", {}, element("td", {}, element("code", {}, one.name)), element("td", {}, one.schema.type), element("td", {}, one.description)),
            ),
          ),
        ),
    ...example("Body", body),
    ...example("Answer", answer),
  );
}

function example(title, json) {
  return json === undefined
    ? []
    : [element("h2", {}, title), element("pre", { tabindex: 0, "aria-label": title }, JSON.stringify(json, null, 2))];
}
