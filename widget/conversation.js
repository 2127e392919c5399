/** The conversation as it stands: turns from the gateway, and what is still on its way. Knows nothing of the page. */
import { Problem } from "./api.js";
import { Token } from "./token.js";

/**
 * Tells its listeners: "turn" (detail: a turn that is new or now answered), "waiting" (detail: what is on its way),
 * "refused" (detail: {waiting, problem}: it will not be sent as it is), "stuck" (the same: it may be sent again),
 * "line" (detail: the advice line or null), "gone" (this conversation is no more).
 */
export class Conversation extends EventTarget {
  constructor(api, council) {
    super();
    this.api = api;
    this.council = council;
    this.turns = new Map();
    this.line = null;
    this.queue = Promise.resolve();
    this.waiting = new Map();
    this.token = new Token(api.gateway, {
      adopt: () => this.#adopt(),
      turn: () => this.refresh().catch(() => {}),
      gone: () => this.#forget(),
    });
    api.token = this.token.value;
    addEventListener("online", () => this.#resend());
  }

  get started() {
    return Boolean(this.api.token);
  }

  ask(text) {
    return this.#send({ text });
  }

  press(button, title) {
    return this.#send({ button }, title);
  }

  /** Send again what got stuck; its id is the same, so it can never count twice. */
  again(clientId) {
    const waiting = this.waiting.get(clientId);
    return waiting ? this.#queue(waiting) : Promise.resolve();
  }

  /** Fetch what is new. One question without an answer yet (a reload in mid-turn) is sent again for its answer. */
  async refresh() {
    if (!this.started) return;
    let given;
    try {
      given = await this.api.turns(0);
    } catch (problem) {
      if (problem.status === 404) this.#lost();
      throw problem;
    }
    this.#setLine(given.line);
    for (const turn of given.turns) if (turn.messages) this.#take(turn);
    const open = given.turns.find((turn) => !turn.messages && !this.waiting.has(turn.client_id));
    if (open) this.#queue({ clientId: open.client_id, body: { text: open.text }, shown: open.text });
  }

  /** Have a conversation to work with, so that a call back can be asked for before any question. */
  async begin() {
    if (this.started) return;
    const { id, secret } = await this.api.start(this.council);
    this.api.token = { id, secret };
    this.token.set(this.api.token);
  }

  /** Delete it at the gateway, here and in the other tabs. */
  async remove() {
    const { sentence } = await this.api.remove();
    this.token.clear(true);
    this.#forget();
    return sentence;
  }

  #send(body, title) {
    const clientId =
      crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint32Array(4))).join("-");
    const waiting = { clientId, body, shown: title ?? body.text };
    this.waiting.set(clientId, waiting);
    return this.#queue(waiting);
  }

  // One after the other: the next question may lean on the answer before it.
  #queue(waiting) {
    this.waiting.set(waiting.clientId, waiting);
    waiting.stuck = false;
    this.#tell("waiting", waiting);
    this.queue = this.queue.then(() => this.#deliver(waiting));
    return this.queue;
  }

  async #deliver(waiting) {
    try {
      await this.begin();
      const turn = await this.api.send({ client_id: waiting.clientId, ...waiting.body });
      this.waiting.delete(waiting.clientId);
      this.#setLine(turn.line);
      this.#take(turn);
      this.token.news();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      this.#failed(waiting, problem);
    }
  }

  #failed(waiting, problem) {
    if (problem.status === 404) {
      this.#lost();
      waiting.stuck = true;
      this.#tell("stuck", { waiting, problem: new Problem("gone", "") });
    } else if (problem.status >= 400 && problem.status < 500 && problem.status !== 429) {
      this.waiting.delete(waiting.clientId);
      this.#tell("refused", { waiting, problem });
    } else {
      waiting.stuck = true;
      this.#tell("stuck", { waiting, problem });
    }
  }

  #resend() {
    for (const waiting of this.waiting.values()) if (waiting.stuck) this.#queue(waiting);
  }

  #take(turn) {
    const known = this.turns.has(turn.number);
    this.turns.set(turn.number, turn);
    this.waiting.delete(turn.client_id);
    if (!known) this.#tell("turn", turn);
  }

  #setLine(line) {
    this.line = line ?? null;
    this.#tell("line", this.line);
  }

  #adopt() {
    this.api.token = this.token.value;
    this.refresh().catch(() => {});
  }

  #lost() {
    this.token.clear(false);
    this.api.token = null;
    this.turns.clear();
    this.#tell("gone");
  }

  #forget() {
    this.api.token = null;
    this.turns.clear();
    this.waiting.clear();
    this.#setLine(null);
    this.#tell("gone");
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
