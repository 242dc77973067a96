/**
 * Pages that were left are shown again as they were: their texts, results and place. Each entry of the browser's history has a page of its
 * own, into which alone its answers are drawn, so that a late answer never touches a newer page.
 */

const MOST_KEPT = 20;
const PAUSE_MILLISECONDS = 150;

export class History {
  constructor(main) {
    this.main = main;
    this.kept = new Map();
    this.current = null;
    this.timer = 0;
    history.scrollRestoration = "manual";
    addEventListener("scroll", () => this.noteSoon(), { passive: true });
  }

  /** Shows the page of the entry that the browser has gone to. @returns whether it is kept */
  showAgain() {
    const page = this.kept.get(history.state?.page);
    if (!page || page.hash !== location.hash) {
      return false;
    }
    this.put(page);
    scrollTo(0, page.top);
    return true;
  }

  /** Shows a page that has not been shown before. */
  showNew(view) {
    const id = history.state?.page ?? Date.now() + "-" + Math.random();
    const top = history.state?.top ?? 0;
    history.replaceState({ page: id, top }, "", location.hash);
    const page = { id, view, hash: location.hash, top };
    this.kept.delete(id);
    this.kept.set(id, page);
    if (this.kept.size > MOST_KEPT) {
      this.kept.delete(this.kept.keys().next().value);
    }
    this.put(page);
    scrollTo(0, 0);
  }

  put(page) {
    clearTimeout(this.timer);
    this.current = page;
    this.main.replaceChildren(page.view);
    document.title = page.view.dataset.title + " – SciMult";
  }

  /** A page has what it shows: its title is shown, and one that was reloaded scrolls to where it was. */
  settled(view) {
    if (this.current?.view === view) {
      document.title = view.dataset.title + " – SciMult";
      if (scrollY === 0 && this.current.top > 0) {
        scrollTo(0, this.current.top);
      }
    }
  }

  /** The address of the page that is shown, which says what it shows now. */
  rename(view, hash) {
    if (this.current?.view === view || view.isConnected) {
      this.current.hash = hash === "#/" && location.hash === "" ? location.hash : hash;
      history.replaceState({ ...history.state }, "", this.current.hash || location.pathname);
    }
  }

  noteSoon() {
    clearTimeout(this.timer);
    if (this.current) {
      this.current.top = scrollY;
    }
    this.timer = setTimeout(() => history.replaceState({ ...history.state, top: scrollY }, "", location.hash), PAUSE_MILLISECONDS);
  }

  /** What was drawn may be out of date. */
  forgetOthers() {
    for (const id of [...this.kept.keys()].filter((id) => id !== this.current?.id)) {
      this.kept.delete(id);
    }
  }

  forget() {
    this.kept.clear();
  }
}
