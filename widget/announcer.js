/** What a screen reader says: one live region for everything, mounted from the start, holding only what is new. */
import { h } from "./dom.js";

const PAUSE = 100; // ms: a region must be seen empty before the same words count as new
const STAY = 4000; // ms: long enough to be taken up; then gone, so that nobody meets the words a second time

export class Announcer {
  constructor() {
    this.element = h("div", { class: "heard", role: "status", "aria-live": "polite", "aria-atomic": "true" });
    this.words = [];
  }

  /** Say this. What comes within the same moment is said together. */
  say(text) {
    this.words.push(text);
    clearTimeout(this.timer);
    this.element.textContent = "";
    this.timer = setTimeout(() => {
      this.element.textContent = this.words.join(" ");
      this.words = [];
      this.timer = setTimeout(() => {
        this.element.textContent = "";
      }, STAY);
    }, PAUSE);
  }
}
