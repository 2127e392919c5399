/** What the panel can show in place of the chat, and what can be taken along. These parts are fetched when they are asked for. */
import { h } from "./dom.js";
import { WORDS } from "./words.js";

export class Views {
  /** @param {{api: object, conversation: object, panel: object, say: (text: string) => void}} parts */
  constructor({ api, conversation, panel, say }) {
    Object.assign(this, { api, conversation, panel, say });
  }

  async sheet() {
    if (!this.conversation.started) return this.#note(WORDS.sheet, WORDS.nothing_yet);
    return this.#show(WORDS.sheet, async () => {
      const { sheetView } = await import("./sheet.js");
      return sheetView(await this.api.sheet(), this);
    });
  }

  async callBack() {
    return this.#show(WORDS.call_back, async () => {
      const { callBackView } = await import("./call_back.js");
      await this.conversation.begin();
      return callBackView(await this.api.card(), {
        sendCard: (body) => this.api.sendCard(body),
        withdraw: (reference) => this.api.withdraw(reference),
        say: this.say,
        show: (...elements) => this.panel.turnTo(...elements),
      });
    });
  }

  async remove() {
    if (!this.conversation.started) return this.#note(WORDS.remove, WORDS.nothing_yet);
    const remove = async () => {
      const sentence = await this.conversation.remove();
      this.panel.backToChat();
      this.say(sentence || WORDS.removed);
    };
    return this.#show(WORDS.remove, async () => {
      const { forgetView } = await import("./forget.js");
      return forgetView(remove, () => this.panel.backToChat());
    });
  }

  async copy(text) {
    const done = await this.#saving(({ copy }) => copy(text));
    this.say(done ? WORDS.copied : WORDS.not_copied);
  }

  async download(text, name) {
    if (!(await this.#saving(({ download }) => download(text, name)))) this.say(WORDS.away_now);
  }

  async print(title, text) {
    if (!(await this.#saving(({ print }) => print(title, text)))) this.say(WORDS.no_window);
  }

  /** Do `act` ("copy", "print" or "download") with the whole conversation. */
  async all(act) {
    const { turns } = this.conversation;
    if (!turns.size) return this.say(WORDS.nothing_yet);
    const text = await this.#saving(({ transcript }) => transcript(turns.values()));
    if (!text) return this.say(WORDS.away_now);
    const how = { copy: [text], print: [WORDS.panel, text], download: [text, "signpost-conversation.txt"] };
    return this[act](...how[act]);
  }

  async #saving(act) {
    try {
      return await act(await import("./save.js"));
    } catch {
      return false;
    }
  }

  async #show(title, make) {
    try {
      this.panel.turnTo(...(await make()).filter(Boolean));
    } catch (failed) {
      this.#note(title, failed.status ? failed.message : WORDS.away_now);
    }
  }

  #note(title, sentence) {
    this.panel.turnTo(h("h2", { tabindex: "-1", text: title }), h("p", { text: sentence }));
  }
}
