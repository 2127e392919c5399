/** Where the parent types: nothing typed is ever lost, and what is too long is said before it is sent. */
import { h } from "./dom.js";
import { WORDS } from "./words.js";

const TOUCH = "(pointer: coarse)";
const NEAR = 500; // characters left from which the counter is shown

export class Composer {
  /** @param {{send: (text: string) => void, say: (text: string) => void}} can */
  constructor(can) {
    this.can = can;
    this.longest = 4000;
    this.hint = h("p", { id: "hint", class: "small", text: WORDS.hint });
    this.count = h("p", { id: "count", class: "small", hidden: true });
    this.problem = h("p", { id: "problem", class: "problem", hidden: true });
    this.box = h("textarea", {
      id: "question",
      rows: 2,
      dir: "auto",
      "aria-describedby": "hint count",
      autocomplete: "off",
    });
    this.box.addEventListener("input", () => this.#counted());
    this.box.addEventListener("keydown", (event) => this.#key(event));
    const send = h("button", { class: "send", text: WORDS.send });
    const label = h("label", { for: "question", text: WORDS.question });
    const row = h("div", { class: "ask" }, this.box, send);
    this.element = h(
      "form",
      { novalidate: true, class: "composer" },
      this.problem,
      label,
      row,
      this.count,
      this.hint,
    );
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
  }

  focus() {
    this.box.focus();
  }

  /** Say what is wrong; `text` comes back into the box if nothing new stands there. */
  refuse(sentence, text = "") {
    if (text && !this.box.value) this.box.value = text;
    this.problem.textContent = sentence;
    this.problem.hidden = false;
    this.box.setAttribute("aria-invalid", "true");
    this.box.setAttribute("aria-describedby", "problem hint count");
    this.#counted();
    this.can.say(sentence);
    this.focus();
  }

  #send() {
    const text = this.box.value;
    if (!text.trim()) return this.refuse(WORDS.empty);
    const over = this.#length() - this.longest;
    if (over > 0) return this.refuse(`${over} ${WORDS.too_many}`);
    this.box.value = "";
    this.#fine();
    this.#counted();
    if (!matchMedia(TOUCH).matches) this.focus();
    return this.can.send(text);
  }

  #fine() {
    this.problem.hidden = true;
    this.box.removeAttribute("aria-invalid");
    this.box.setAttribute("aria-describedby", "hint count");
  }

  // Characters as the gateway counts them: code points in normal form, not halves of an emoji.
  #length() {
    return [...this.box.value.normalize("NFC").trim()].length;
  }

  #counted() {
    const left = this.longest - this.#length();
    const stage = left < 0 ? "over" : left <= NEAR ? "near" : "";
    // Emptied too: what describes the box is read even while it is hidden.
    const words = { "": "", near: `${left} ${WORDS.left}`, over: `${-left} ${WORDS.too_many}` };
    this.count.textContent = words[stage];
    this.count.hidden = !stage;
    if (stage && stage !== this.stage) this.can.say(this.count.textContent);
    this.stage = stage;
    if (!stage && !this.problem.hidden && this.box.value.trim()) this.#fine();
  }

  // On a touch keyboard the return key makes a new line: there the button is near.
  #key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || matchMedia(TOUCH).matches) return;
    event.preventDefault();
    this.#send();
  }
}
