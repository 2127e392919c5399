/** The conversation to read: each question with its answer cards; buttons for what next under the newest only. */
import { card, spoken } from "./card.js";
import { button, h } from "./dom.js";
import { WORDS } from "./words.js";

const SLOW = 6000; // ms

export class Log {
  /** `can`: see card.js, and `press(id, title)`, `again(clientId)`, `say(text)`. */
  constructor(can) {
    this.can = can;
    this.element = h("div", {
      class: "log",
      role: "log",
      "aria-live": "off",
      "aria-label": WORDS.conversation,
      tabindex: "0",
    });
    this.waiting = new Map();
    this.welcome();
  }

  /** Show the beginning: what this is, and some questions to start with. */
  welcome() {
    this.waiting.clear();
    const examples = [WORDS.example_people, WORDS.example_ask, WORDS.example_stuck];
    const starts = examples.map((text) => button(text, () => this.can.ask(text)));
    this.next = h("div", { class: "next", role: "group", "aria-label": WORDS.examples }, ...starts);
    const label = h("p", { class: "small", "aria-hidden": "true", text: WORDS.examples });
    this.hello = h(
      "div",
      {},
      h("p", { text: WORDS.hello }),
      h("p", { class: "small" }, `${WORDS.robot} `, h("a", { href: "tel:999", text: "999" }), "."),
      label,
      this.next,
    );
    this.element.replaceChildren(this.hello);
  }

  /** Show a question that is on its way. */
  wait({ clientId, shown }) {
    const place = this.waiting.get(clientId) ?? { article: this.#article(shown), timer: 0 };
    clearTimeout(place.timer);
    const dots = h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i"));
    const note = h("p", { class: "small", text: WORDS.waiting }, dots);
    place.article.lastChild.replaceChildren(note);
    place.timer = setTimeout(() => {
      note.firstChild.data = WORDS.slow;
      this.can.say(WORDS.slow);
    }, SLOW);
    this.waiting.set(clientId, place);
    if (!place.article.isConnected) this.#add(place.article);
    this.#show(place.article);
  }

  /** Show why a question did not go through, with the way to send it again. */
  stuck({ clientId }, sentence) {
    const place = this.waiting.get(clientId);
    if (!place) return;
    clearTimeout(place.timer);
    const again = button(WORDS.again, () => this.can.again(clientId));
    const page = h("a", { href: this.can.address, text: WORDS.page });
    place.article.lastChild.replaceChildren(
      h("div", { class: "card problem" }, h("p", { text: sentence }), again, h("p", {}, page)),
    );
    this.#show(place.article);
  }

  /** Take back a question that was refused as it is; its words go back to the box. */
  drop({ clientId }) {
    const place = this.waiting.get(clientId);
    clearTimeout(place?.timer);
    place?.article.remove();
    this.waiting.delete(clientId);
  }

  /** Show an answered turn in its place by number; gives its article. `fresh`: it is the newest and was asked here. */
  turn(turn, fresh) {
    const place = this.waiting.get(turn.client_id);
    clearTimeout(place?.timer);
    this.waiting.delete(turn.client_id);
    const article = place?.article ?? this.#article(turn.text);
    article.setAttribute("aria-label", `Question ${turn.number}`);
    article.dataset.number = turn.number;
    this.#fill(article, turn);
    if (!article.isConnected) this.#add(article);
    if (fresh) this.#show(article);
    return article;
  }

  #fill(article, turn) {
    const { hidden, messages, buttons } = turn.shown;
    const asked = article.querySelector(".asked");
    asked.querySelector(".words").textContent = turn.text;
    if (hidden) asked.append(h("p", { class: "small", text: `${WORDS.hidden} ${hidden}.` }));
    const can = { ...this.can, judge: (...how) => this.can.judge(turn.number, ...how) };
    article.lastChild.replaceChildren(...messages.map((message) => card(message, can)));
    this.next?.remove();
    this.next = null;
    if (!buttons.length) return;
    const choices = buttons.map(({ id, title }) => button(title, () => this.can.press(id, title)));
    this.next = h("div", { class: "next", role: "group", "aria-label": WORDS.next }, ...choices);
    article.lastChild.append(this.next);
  }

  #article(text) {
    const words = h("p", { class: "words", dir: "auto", text });
    const asked = h("div", { class: "asked" }, h("h3", { text: WORDS.you }), words);
    const said = h("div", { class: "said" });
    return h("article", { tabindex: "-1", "aria-label": WORDS.question }, asked, said);
  }

  #add(article) {
    this.hello?.remove();
    this.hello = null;
    this.element.append(article);
  }

  // Not scrollIntoView: it may move the page around the window too. On a very low screen the panel itself scrolls.
  #show(article) {
    for (const scroller of [this.element, this.element.closest("dialog")]) {
      if (scroller)
        scroller.scrollTop += article.getBoundingClientRect().top - scroller.getBoundingClientRect().top - 8;
    }
  }
}

/** Give what a screen reader says of a turn. */
export function announcement(turn) {
  const { messages, buttons, hidden } = turn.shown;
  const parts = messages.map(spoken);
  if (hidden) parts.unshift(`${WORDS.hidden} ${hidden}.`);
  if (buttons.length) parts.push(`${WORDS.choices} ${buttons.map((one) => one.title).join("; ")}.`);
  return `${WORDS.name}: ${parts.join("\n")}`;
}
