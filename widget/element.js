/** The custom element `<signpost-chat>`: its own shadow root and style sheet, nothing shared with the page around it. */
import { chat } from "./chat.js";
import { CSS } from "./styles.js";

const NAME = "signpost-chat";
const EXIT = "https://www.bbc.co.uk/weather";

class SignpostChat extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    const { gateway, council, exit = EXIT } = this.dataset;
    root.append(chat(this, { gateway, council, exit }));
  }
}

/**
 * Define the element and put one on the page, unless the page has placed its own. `settings`: `gateway` (its
 * address with a slash at the end), and from the script tag's data-: `council`, `side` (left or right), `exit`.
 */
export function place(settings) {
  const there = document.querySelector(NAME);
  const made = there ?? document.createElement(NAME);
  for (const [name, value] of Object.entries(settings)) made.dataset[name] ??= value;
  if (!customElements.get(NAME)) customElements.define(NAME, SignpostChat);
  if (!there) document.body.append(made);
}
