/** Asks for the key of a server that needs one. */
import { element, field } from "./dom.js";
import * as session from "./session.js";

/**
 * @param then what to do once there is one
 * @param reason why it is asked for
 */
export function requestKey(then, reason = "") {
  if (document.querySelector("dialog.key")) {
    return;
  }
  const input = element("input", { type: "password", name: "key", autocomplete: "off", required: true });
  const dialog = element(
    "dialog",
    { class: "key", "aria-labelledby": "key-title", close: () => dialog.remove() },
    element(
      "form",
      {
        method: "dialog",
        submit: () => {
          session.keep(input.value.trim());
          then();
        },
      },
      element("h2", { id: "key-title" }, "A key is needed"),
      element("p", { class: "about" }, "Whoever runs this server gives keys to those who may use it. It is kept until this tab is closed."),
      reason === "" ? null : element("p", { class: "problem", role: "alert" }, reason),
      field("Key", input),
      element(
        "div",
        { class: "buttons" },
        element("button", {}, "Use this key"),
        element("button", { class: "quiet", type: "button", click: () => dialog.close() }, "Cancel"),
      ),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
