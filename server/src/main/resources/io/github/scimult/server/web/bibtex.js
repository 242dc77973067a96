/** Papers as BibTeX. */
import { element } from "./dom.js";

function escaped(text) {
  return String(text).replace(/[\\{}]/g, "").replace(/([&%$#_])/g, "\\$1");
}

/** One entry; its key is the first author's last name, the year and the paper's id. */
export function bibtex(paper) {
  const name = (paper.authors[0] ?? "anonymous").trim().split(/[\s,]+/).pop();
  const key = (name + (paper.year ?? "") + "-" + paper.id).normalize("NFD").replace(/[^\w-]/g, "");
  const lines = [
    ["title", paper.title && "{" + escaped(paper.title) + "}"],
    ["author", paper.authors.map(escaped).join(" and ")],
    ["year", paper.year],
    ["journal", paper.venue && escaped(paper.venue)],
  ];
  return "@article{" + key + ",\n" + lines.filter(([, value]) => value).map(([field, value]) => `  ${field} = {${value}}`).join(",\n") + "\n}\n";
}

/** A button that puts papers into the clipboard and says so. */
export function copyButton(papers, text) {
  const button = element("button", { class: "quiet", type: "button" }, text);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(papers.map(bibtex).join("\n"));
      button.textContent = "Copied";
    } catch {
      button.textContent = "The browser does not allow copying";
    }
    setTimeout(() => (button.textContent = text), 2000);
  });
  return button;
}
