/** Small pieces of pages. Text is always set as text, so nothing that a paper says becomes markup. */

/** An element with attributes and children; functions become listeners, null children are left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      made.addEventListener(key, value);
    } else if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? "" : value);
    }
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** A labelled field of a form. */
export function field(label, input) {
  return element("label", {}, label, input);
}

/** A choice of a few values: [value, text] each. */
export function choice(attributes, values, chosen) {
  return element(
    "select",
    attributes,
    values.map(([value, text]) => element("option", { value, selected: value === chosen }, text)),
  );
}

export function button(text, click, attributes = {}) {
  return element("button", { class: "quiet", type: "button", click, ...attributes }, text);
}

/** What went wrong, for people. */
export function problem(failure) {
  return element("p", { class: "problem", role: "alert" }, failure.message);
}

export function notice(...content) {
  return element("p", { class: "notice" }, ...content);
}

export function count(number, one, many = one + "s") {
  return number.toLocaleString("en") + " " + (number === 1 ? one : many);
}

/** Does something that the server may refuse; the button is disabled meanwhile, and an error is shown. */
export async function attempt(told, button, what) {
  button.disabled = true;
  try {
    await what();
  } catch (failure) {
    told.replaceChildren(problem(failure));
  }
  button.disabled = false;
}

/** Asks whether to do what cannot be undone. @returns a promise of the answer */
export function confirmed(question, yes) {
  return new Promise((resolve) => {
    const dialog = element(
      "dialog",
      { close: () => (dialog.remove(), resolve(dialog.returnValue === "yes")) },
      element(
        "form",
        { method: "dialog" },
        element("p", {}, question),
        element("div", { class: "buttons" }, element("button", { value: "yes", class: "danger" }, yes), element("button", { value: "no", class: "quiet" }, "Cancel")),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
  });
}
