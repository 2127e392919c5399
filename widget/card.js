/** One message of a reply as a card: how strong it is, the words, links, where it comes from. */
import { button, h, outward } from "./dom.js";
import { feedback } from "./feedback.js";
import { WORDS } from "./words.js";

/** What a card may do: `address` of the gateway, `callBack()`, `copy(text)`, `judge(answer, helped, reason)`, `reasons()`. */

/**
 * Make the card of one message (docs/api.md, `shown.messages`).
 * @returns {HTMLElement}
 */
export function card(message, can) {
  const made = h("div", { class: `card ${message.kind.replace(/[^a-z_]/g, "")}` });
  if (message.duty) made.append(h("p", { class: "duty", text: message.duty }));
  made.append(...message.blocks.map(block));
  for (const link of message.links) made.append(ownLink(link, can));
  if (message.sources.length) made.append(sources(message.sources));
  if (message.kind === "answer") {
    const copied = button(WORDS.copy_answer, () => can.copy(plain(message)), { class: "quiet" });
    made.append(h("div", { class: "tools" }, copied));
    if (message.answer) made.append(feedback(message.answer, can));
  }
  return made;
}

/** Give a paragraph or list with its numbers to ring. */
function block(part) {
  const marks = part.lang ? { lang: part.lang, dir: part.dir } : { dir: "auto" };
  if (!part.listed) return h("p", marks, ...part.lines[0].map(piece));
  return h("ul", marks, ...part.lines.map((line) => h("li", {}, ...line.map(piece))));
}

/** Give a message as plain text, with its sources. */
export function plain(message) {
  const words = (piece) => (typeof piece === "string" ? piece : piece.text);
  const lines = (part) => part.lines.map((line) => (part.listed ? "- " : "") + line.map(words).join(""));
  const parts = message.blocks.map((part) => lines(part).join("\n"));
  if (message.duty) parts.unshift(`${message.duty}:`);
  if (message.sources.length) {
    parts.push(
      `${WORDS.sources}:\n${message.sources.map((one) => `- ${named(one)} ${one.url}`.trim()).join("\n")}`,
    );
  }
  return parts.join("\n\n");
}

/** Give a message as it is said aloud: without the sources, which can be opened. */
export function spoken(message) {
  return plain({ ...message, sources: [] }).replace(/^- /gm, "");
}

function piece(part) {
  return typeof part === "string" ? part : h("a", { href: `tel:${part.tel}`, text: part.text });
}

function sources(list) {
  const items = list.map((one) => {
    const name = one.url ? outward(one.url, one.name) : one.name;
    return h("li", {}, name, one.checked && ` (${WORDS.checked} ${one.checked})`);
  });
  return h("details", {}, h("summary", { text: WORDS.sources }), h("ul", {}, ...items));
}

function ownLink(link, can) {
  // The window has its own card; the page's one would not know this conversation.
  if (link.href.split("?")[0] === "/call-back")
    return button(link.title, () => can.callBack(), { class: "own" });
  return h("p", {}, outward(can.address + link.href.slice(1), link.title));
}

function named(source) {
  return source.name + (source.checked ? ` (${WORDS.checked} ${source.checked})` : "");
}
