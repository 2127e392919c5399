/** The gateway's chat API (docs/api.md). No cookies travel; the conversation's secret is in a header. */

const PATIENCE = 12_000; // ms: the gateway itself answers within 5 s

/** What went wrong: `code` for us, `message` for the parent (empty: we could not reach the gateway at all). */
export class Problem extends Error {
  constructor(code, message, status = 0, body = null) {
    super(message);
    Object.assign(this, { code, status, body });
  }
}

export class Api {
  /** @param {string} gateway address of the gateway, with a slash at its end */
  constructor(gateway) {
    this.gateway = gateway;
    /** @type {{id: string, secret: string} | null} */
    this.token = null;
  }

  /** Begin a conversation; a council that the gateway does not know is left out. */
  async start(council) {
    try {
      return await this.call("POST", "api/conversations", council ? { council } : {});
    } catch (problem) {
      if (!council || problem.code !== "unknown_council") throw problem;
      return this.call("POST", "api/conversations", {});
    }
  }

  settings() {
    return this.call("GET", "api/settings");
  }

  turns(after) {
    return this.mine("GET", `messages?after=${after}`);
  }

  send(body) {
    return this.mine("POST", "messages", body);
  }

  feedback(body) {
    return this.mine("POST", "feedback", body);
  }

  sheet() {
    return this.mine("GET", "sheet");
  }

  card() {
    return this.mine("GET", "call-back");
  }

  sendCard(body) {
    return this.mine("POST", "call-back", body);
  }

  withdraw(reference) {
    return this.call("POST", "api/call-backs/withdraw", { reference });
  }

  remove() {
    return this.mine("DELETE", "");
  }

  /** Call the conversation's own address. */
  mine(method, path, body) {
    const { id, secret } = this.token;
    const address = `api/conversations/${encodeURIComponent(id)}${path ? `/${path}` : ""}`;
    return this.call(method, address, body, { Authorization: `Bearer ${secret}` });
  }

  /** @throws {Problem} */
  async call(method, path, body, headers = {}) {
    let response, given;
    try {
      response = await fetch(this.gateway + path, {
        method,
        headers: body ? { ...headers, "Content-Type": "application/json" } : headers,
        body: body ? JSON.stringify(body) : undefined,
        credentials: "omit",
        referrerPolicy: "no-referrer",
        signal: AbortSignal.timeout(PATIENCE),
      });
      given = await response.json();
    } catch {
      throw new Problem("unreachable", "");
    }
    if (response.ok) return given;
    const { code = "failed", message = "" } = given.error ?? {};
    throw new Problem(code, response.status >= 500 ? "" : message, response.status, given);
  }
}
