/** What is needed now and then, behind one button: text size, sheet, copies, call back, deletion, statements. */
import { button, h, outward } from "./dom.js";
import { WORDS } from "./words.js";

/**
 * Make the button and the group it opens. `can` has a function for each thing; `statements` come with the settings.
 * @returns {{button: HTMLElement, group: HTMLElement, close: () => void, links: (list: {title: string, href: string}[]) => void}}
 */
export function menu(can) {
  const opener = button(WORDS.more, () => show(group.hidden), { "aria-expanded": "false", class: "bar" });
  const show = (open) => {
    group.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
  };
  const entry = (text, act) => button(text, act, { class: "entry" });
  const leaving = (text, act) =>
    entry(text, () => {
      show(false);
      act();
    });
  const keep = h("input", {
    type: "checkbox",
    id: "keep",
    "aria-describedby": "keep-hint",
    on: { change: () => can.keep(keep.checked) },
  });
  const kept = h("div", { class: "tick" }, keep, h("label", { for: "keep", text: WORDS.keep }));
  const statements = h("ul", { class: "links" });
  const group = h(
    "div",
    { class: "menu", role: "group", "aria-label": WORDS.more, hidden: true },
    h(
      "div",
      { class: "row" },
      entry(WORDS.larger, () => can.size(1)),
      entry(WORDS.smaller, () => can.size(-1)),
    ),
    leaving(WORDS.sheet, can.sheet),
    leaving(WORDS.call_back, can.callBack),
    leaving(WORDS.copy, can.copyAll),
    leaving(WORDS.print, can.printAll),
    leaving(WORDS.download, can.downloadAll),
    leaving(WORDS.remove, can.remove),
    kept,
    h("p", { id: "keep-hint", class: "small", text: WORDS.keep_hint }),
    statements,
  );
  return {
    button: opener,
    group,
    close: () => show(false),
    kept: (ticked) => {
      keep.checked = ticked;
    },
    links: (list) =>
      statements.replaceChildren(
        ...list.map(({ title, href }) => h("li", {}, outward(can.address + href.slice(1), title))),
      ),
  };
}
