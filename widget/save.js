/** Taking the words along: to the clipboard, to paper, to a file. */
import { plain } from "./card.js";
import { h } from "./dom.js";
import { WORDS } from "./words.js";

const PAPER =
  "body { font: 12pt/1.5 Arial, sans-serif; margin: 2em; max-width: 42em; color: #000; background: #fff; } " +
  "p { white-space: pre-wrap; overflow-wrap: anywhere; } h2 { font-size: 1.1em; break-after: avoid; }";

/** Give the conversation as plain text. */
export function transcript(turns) {
  const parts = [...turns]
    .sort((one, other) => one.number - other.number)
    .map((turn) => {
      const said = turn.shown.messages.map(plain).join("\n\n");
      return `${WORDS.you}:\n${turn.text}\n\n${WORDS.name}:\n${said}`;
    });
  return `${parts.join("\n\n\n")}\n`;
}

/** Copy; false if the browser does not let us. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Save as a text file; true. The mark at the start tells old programs that it is UTF-8. */
export function download(text, name) {
  const href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/plain;charset=utf-8" }));
  const link = h("a", { href, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
  return true;
}

/** Print in a page of its own, so that neither the council's page nor the window is on the paper; false if blocked. */
export function print(title, text) {
  const page = open("", "_blank", "popup,width=800,height=900");
  if (!page) return false;
  page.opener = null;
  page.document.title = title;
  page.document.documentElement.lang = "en-GB";
  const style = new page.CSSStyleSheet();
  style.replaceSync(PAPER);
  page.document.adoptedStyleSheets = [style];
  const parts = text.split(/\n{2,}/).map((part) => h("p", { text: part, dir: "auto" }));
  page.document.body.replaceChildren(h("h1", { text: title }), ...parts);
  page.focus();
  page.print();
  return true;
}
