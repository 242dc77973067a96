/** A field that completes names as they are typed, by mouse or by keyboard: arrows, Enter, Escape. */
import * as api from "./api.js";
import { element } from "./dom.js";

const PAUSE_MILLISECONDS = 120;
const MOST = 8;
let made = 0;

/**
 * @param input the text field
 * @param kind "label", "author" or "venue"
 * @param pick takes the name that was chosen: { value, name, papers }
 * @returns the field with its list
 */
export function completed(input, kind, pick) {
  const id = "names-" + ++made;
  const list = element("ul", { class: "names", role: "listbox", id, "aria-label": "Names", hidden: true });
  let names = [];
  let chosen = -1;
  let timer = 0;
  let running = new AbortController();

  const roles = { role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false", autocomplete: "off" };
  Object.entries(roles).forEach(([name, value]) => input.setAttribute(name, value));

  function close() {
    clearTimeout(timer);
    running.abort();
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  async function ask() {
    running.abort();
    running = new AbortController();
    try {
      const answer = await api.suggest({ field: kind, prefix: input.value.replaceAll('"', ""), top: MOST }, running.signal);
      names = answer.results;
      draw();
    } catch {
      close(); // a name can be typed without help
    }
  }

  function draw() {
    list.replaceChildren(
      ...names.map((one, place) =>
        element(
          "li",
          { role: "option", id: `${id}-${place}`, "aria-selected": "false", mousedown: (event) => (event.preventDefault(), take(place)) },
          element("span", { dir: "auto" }, one.name),
          element("span", { class: "count" }, one.papers.toLocaleString("en")),
        ),
      ),
    );
    list.hidden = names.length === 0 || document.activeElement !== input;
    input.setAttribute("aria-expanded", String(!list.hidden));
    chosen = -1;
  }

  function choose(place) {
    chosen = (place + names.length) % names.length;
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
    list.children[chosen].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", `${id}-${chosen}`);
  }

  function take(place) {
    const name = names[place];
    close();
    pick(name);
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MILLISECONDS);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) {
        ask();
      } else {
        choose(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
      }
    } else if (event.key === "Enter" && chosen >= 0 && !list.hidden) {
      event.preventDefault();
      take(chosen);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  return element("span", { class: "completed" }, input, list);
}
