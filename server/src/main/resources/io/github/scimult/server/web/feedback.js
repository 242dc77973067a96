/** Whether a result was useful: two buttons; the pressed one is the last verdict, which is remembered until the tab is closed. */
import * as api from "./api.js";
import { element } from "./dom.js";
import * as session from "./session.js";

const SHAPES = [
  [true, "Useful", "M7 10v10H3V10zM7 11l4-8c2 0 2.6 1.4 2.3 3L12.7 9H19c1.6 0 2.4 1.3 2 2.8l-1.7 6.4c-.3 1.1-1 1.8-2.2 1.8H7"],
  [false, "Not useful", "M7 14V4H3v10zM7 13l4 8c2 0 2.6-1.4 2.3-3l-.6-3H19c1.6 0 2.4-1.3 2-2.8l-1.7-6.4C19 4.7 18.3 4 17.1 4H7"],
];

/**
 * @param asked { on: "search", query } or { on: "cite" or "tag", paper }
 * @param answer id of the paper or the label
 * @param name of the result, for screen readers
 * @returns null where verdicts are not allowed
 */
export function verdict(asked, answer, name) {
  if (!session.can("feedback")) {
    return null;
  }
  const place = "scimult-verdict " + JSON.stringify([asked.on, asked.query ?? asked.paper, answer]);
  const told = element("span", { class: "told", role: "status" });
  const buttons = SHAPES.map(([useful, label, shape]) => {
    const button = element("button", { class: "thumb", type: "button", title: label, "aria-label": `${label}: ${name}` }, icon(shape));
    button.addEventListener("click", async () => {
      try {
        await api.feedback({ ...asked, answer, useful });
        sessionStorage.setItem(place, useful);
        told.textContent = "Thank you";
        press();
      } catch (failure) {
        told.textContent = failure.message;
      }
    });
    return button;
  });

  function press() {
    const last = sessionStorage.getItem(place);
    buttons.forEach((button, at) => button.setAttribute("aria-pressed", String(last === String(SHAPES[at][0]))));
  }

  press();
  return element("span", { class: "verdict", role: "group", "aria-label": "Was this useful?" }, ...buttons, told);
}

function icon(shape) {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", shape);
  drawing.append(path);
  return drawing;
}
