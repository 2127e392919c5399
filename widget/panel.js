/** The window itself: launcher and panel, how they open and close, and where the focus goes. */
import { button, h } from "./dom.js";
import { WORDS } from "./words.js";

// Where the panel fills the screen nothing else can be used, so it is modal; elsewhere the page stays usable.
const FILLS = matchMedia("(max-width: 640px), (max-height: 480px)");

export class Panel {
  /** `parts`: menu, log, composer, live region; `can`: `leave()`, `opened()`. */
  constructor(parts, can) {
    this.can = can;
    this.launcher = button(WORDS.launcher, () => this.open(), {
      class: "launcher",
      "aria-haspopup": "dialog",
    });
    this.line = h("section", { class: "line", "aria-label": WORDS.line, hidden: true });
    this.title = h("h2", { tabindex: "-1", text: WORDS.name });
    this.composer = parts.composer;
    const bar = h(
      "div",
      { class: "head" },
      this.title,
      button(WORDS.leave, can.leave, { class: "bar leave" }),
      parts.menu.button,
      button("\u00d7", () => this.close(), { class: "bar shut", "aria-label": WORDS.close }),
    );
    this.chat = h("div", { class: "chat" }, parts.log.element, parts.composer.element);
    this.view = h("div", { class: "view", hidden: true });
    this.dialog = h(
      "dialog",
      { "aria-label": WORDS.panel },
      bar,
      this.line,
      parts.menu.group,
      this.chat,
      this.view,
    );
    this.dialog.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.isComposing) {
        event.preventDefault();
        this.close();
      }
    });
    this.dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.close();
    });
    // The page's own shortcuts must not run while a parent types here.
    for (const event of ["keydown", "keypress", "keyup"])
      this.dialog.addEventListener(event, (key) => key.stopPropagation());
    FILLS.addEventListener("change", () => this.#refit());
    // The live region is in the panel: outside of a modal one it would be silent. Both are there from the start.
    this.dialog.append(parts.live);
    this.menu = parts.menu;
    this.element = h("div", { class: "root", lang: "en-GB", dir: "ltr" }, this.launcher, this.dialog);
  }

  get isOpen() {
    return this.dialog.open;
  }

  open() {
    this.#show();
    this.launcher.hidden = true;
    this.can.opened();
    this.focus();
  }

  close() {
    if (!this.isOpen) return;
    this.menu.close();
    this.dialog.close();
    this.launcher.hidden = false;
    this.launcher.focus();
  }

  /** Focus the box; where the panel fills the screen the title: a keyboard, or the box itself, would hide the words. */
  focus() {
    if (!this.view.hidden) this.view.querySelector("h2, h3")?.focus();
    else if (FILLS.matches || matchMedia("(pointer: coarse)").matches) this.title.focus();
    else this.composer.focus();
  }

  /** Show something else in place of the chat, such as the meeting sheet; it begins with a heading. */
  turnTo(...content) {
    const back = button(WORDS.back, () => this.backToChat(), { class: "quiet back" });
    this.view.replaceChildren(back, ...content);
    this.chat.hidden = true;
    this.view.hidden = false;
    this.view.scrollTop = 0;
    this.focus();
  }

  backToChat() {
    this.view.hidden = true;
    this.view.replaceChildren();
    this.chat.hidden = false;
    this.focus();
  }

  /** Keep the advice line's number in its one place; null where it is not known. */
  showLine(line) {
    this.line.hidden = !line;
    if (!line) return;
    const call = h("a", { href: `tel:${line.phone.replace(/\D/g, "")}`, text: line.phone });
    this.line.replaceChildren(
      h("p", {}, `${line.name}: `, call),
      h("p", { class: "small", text: line.state }),
    );
  }

  #show() {
    if (FILLS.matches) this.dialog.showModal();
    else this.dialog.show();
  }

  #refit() {
    if (!this.isOpen) return;
    const focused = this.element.getRootNode().activeElement;
    this.dialog.close();
    this.#show();
    focused?.focus();
  }
}
