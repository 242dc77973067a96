/** Papers as BibTeX. */
import * as api from "./api.js";
import { element } from "./dom.js";

/** A button that puts papers into the clipboard and says so. */
export function copyButton(papers, text) {
  const button = element("button", { class: "quiet", type: "button" }, text);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(await api.bibtex(papers.map((paper) => paper.id)));
      button.textContent = "Copied";
    } catch (failure) {
      button.textContent = failure.name === "NotAllowedError" ? "The browser does not allow copying" : failure.message;
    }
    setTimeout(() => (button.textContent = text), 2000);
  });
  return button;
}
