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
    ...routes.map((one) => route(one, document.components.schemas)),
  );
}

function route({ path, method, operation }, schemas) {
  const body = operation.requestBody?.content["application/json"];
  const answer = Object.values(operation.responses["200"]?.content ?? {})[0] ?? {};
  return element(
    "details",
    { class: "route card" },
    element("summary", {}, element("span", { class: "method" }, method), element("code", {}, path), " – ", operation.summary),
    operation.description ? element("p", {}, operation.description) : null,
    table("Parameter", operation.parameters),
    table("Field", body ? fields(record(body.schema, schemas)) : []),
    ...example("Body", body?.example),
    ...example("Answer", answer.example),
  );
}

/** The schema of a record, which stands among the document's components; of a list of records, that of one. */
function record(schema, schemas) {
  const one = schema.type === "array" ? schema.items : schema;
  return one.$ref ? schemas[one.$ref.split("/").pop()] : one;
}

function fields(schema) {
  return Object.entries(schema.properties).map(([name, field]) => ({ name, schema: field, description: field.description }));
}

function table(title, rows) {
  return rows.length === 0
    ? null
    : element(
        "table",
        {},
        element("thead", {}, element("tr", {}, [title, "Type", "Meaning"].map((head) => element("th", { scope: "col" }, head)))),
        element(
          "tbody",
          {},
          rows.map((row) =>
            element("tr", {}, element("td", {}, element("code", {}, row.name)), element("td", {}, type(row.schema)), element("td", {}, row.description ?? "")),
          ),
        ),
      );
}

function type(schema) {
  if (schema.enum) {
    return schema.enum.join(", ");
  }
  if (schema.type === "array") {
    return "list of " + type(schema.items);
  }
  return schema.type ?? "object";
}

function example(title, value) {
  return value === undefined
    ? []
    : [
        element("h2", {}, title),
        element("pre", { tabindex: 0, "aria-label": title }, typeof value === "string" ? value : JSON.stringify(value, null, 2)),
      ];
}
