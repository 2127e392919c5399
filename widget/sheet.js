/** The meeting sheet: one page from the answers given, to read, print, copy or save. */
import { button, h, outward } from "./dom.js";
import { WORDS } from "./words.js";

/** Give the sheet (docs/api.md) as elements; `can`: `print(title, text)`, `copy(text)`, `download(text, name)`. */
export function sheetView(sheet, can) {
  const heading = h("h2", { tabindex: "-1", text: sheet.title });
  if (sheet.empty) return [heading, h("p", { text: sheet.empty })];
  const text = sheetText(sheet);
  const tools = h(
    "div",
    { class: "row" },
    button(WORDS.print_sheet, () => can.print(sheet.title, text)),
    button(WORDS.download_sheet, () => can.download(text, "meeting-sheet.txt")),
    button(WORDS.copy_sheet, () => can.copy(text)),
  );
  return [
    heading,
    h("p", { class: "small", text: `${sheet.made_on}. ${sheet.note}` }),
    tools,
    ...sheet.items.map(item),
    line(sheet.line),
  ];
}

/** Give the sheet as plain text. */
function sheetText(sheet) {
  const items = sheet.items.map((one) => {
    const parts = [one.title.toUpperCase(), `${WORDS.whom}: ${one.whom}`];
    parts.push(`${WORDS.ask}:\n${one.ask.map((question) => `- ${question}`).join("\n")}`);
    if (one.duty) parts.push(`${WORDS.rule}: ${one.duty.sentence}`);
    if (one.sources.length) parts.push(one.sources.map(sourceText).join("\n"));
    if (one.dates.length)
      parts.push(`${WORDS.dates}:\n${one.dates.map((date) => `- ${date.words}: ${date.on}`).join("\n")}`);
    return parts.join("\n");
  });
  const contact = sheet.line ? [`${WORDS.line}: ${sheet.line.contact}`] : [];
  return `${[`${sheet.title}, ${sheet.made_on}`, sheet.note, ...items, ...contact].join("\n\n")}\n`;
}

function item(one) {
  return h(
    "section",
    { class: "card" },
    h("h3", { text: one.title }),
    one.whom && h("p", {}, h("strong", { text: `${WORDS.whom}: ` }), one.whom),
    one.ask.length > 0 &&
      h(
        "div",
        {},
        h("strong", { text: WORDS.ask }),
        h("ul", {}, ...one.ask.map((text) => h("li", { text }))),
      ),
    one.duty && h("p", {}, h("strong", { text: `${WORDS.rule}: ` }), one.duty.sentence),
    one.dates.length > 0 &&
      h(
        "div",
        {},
        h("strong", { text: WORDS.dates }),
        h("ul", {}, ...one.dates.map((date) => h("li", { text: `${date.words}: ${date.on}` }))),
      ),
    one.sources.length > 0 &&
      h(
        "div",
        { class: "small" },
        h("strong", { text: WORDS.sources }),
        h(
          "ul",
          {},
          ...one.sources.map((source) =>
            h(
              "li",
              {},
              source.url ? outward(source.url, source.name) : source.name,
              source.checked && ` (${WORDS.checked} ${source.checked})`,
            ),
          ),
        ),
      ),
  );
}

function line(known) {
  if (!known) return null;
  return h(
    "section",
    { class: "card" },
    h("h3", { text: WORDS.line }),
    h("p", { text: known.contact }),
    h("p", { text: known.sentence }),
  );
}

function sourceText(source) {
  return `- ${source.name}${source.checked ? ` (${WORDS.checked} ${source.checked})` : ""} ${source.url ?? ""}`.trim();
}
