/** Which conversation is this tab's. Kept in the tab only, unless the parent asks; other open tabs may be asked. */

const KEY = "signpost";
const TAB = "sessionStorage";
const DEVICE = "localStorage";

export class Token {
  /**
   * @param {string} gateway names the channel between tabs
   * @param {{adopt: Function, turn: Function, gone: Function}} told what to do when another tab says something
   */
  constructor(gateway, told) {
    this.value = read(TAB) ?? read(DEVICE);
    this.kept = Boolean(read(DEVICE));
    write(TAB, this.value);
    this.channel = new BroadcastChannel(`signpost ${gateway}`);
    this.channel.addEventListener("message", ({ data }) => this.#hear(data, told));
    if (!this.value) this.channel.postMessage({ ask: true });
  }

  set(value) {
    this.value = value;
    write(TAB, value);
    if (this.kept) write(DEVICE, value);
    this.channel.postMessage({ token: value });
  }

  /** Keep the conversation on this device (the parent asked), or no longer. */
  keep(wanted) {
    this.kept = wanted;
    write(DEVICE, wanted ? this.value : null);
  }

  /** Forget it here; with `everywhere`, in the other tabs too. */
  clear(everywhere) {
    if (everywhere) this.channel.postMessage({ gone: this.value?.id });
    this.value = null;
    this.kept = false;
    write(TAB, null);
    write(DEVICE, null);
  }

  /** Tell the other tabs that there is something new. */
  news() {
    this.channel.postMessage({ turn: this.value?.id });
  }

  #hear(data, told) {
    if (data.ask && this.value) this.channel.postMessage({ token: this.value });
    else if (data.token && !this.value) {
      this.value = data.token;
      write(TAB, this.value);
      told.adopt();
    } else if (data.turn && data.turn === this.value?.id) told.turn();
    else if (data.gone && data.gone === this.value?.id) {
      this.clear(false);
      told.gone();
    }
  }
}

// A browser may forbid storage altogether; the chat then simply lasts as long as the page.
function read(storage) {
  try {
    const { id, secret } = JSON.parse(window[storage].getItem(KEY)) ?? {};
    return id && secret ? { id, secret } : null;
  } catch {
    return null;
  }
}

function write(storage, value) {
  try {
    if (value) window[storage].setItem(KEY, JSON.stringify({ id: value.id, secret: value.secret }));
    else window[storage].removeItem(KEY);
  } catch {
    // as above
  }
}
