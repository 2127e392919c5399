/** The card that asks the advice line to call back: filled in from the conversation, changed and sent by the parent. */
import { choose, pick, words } from "./card_fields.js";
import { button, h } from "./dom.js";
import { WORDS } from "./words.js";

/**
 * Give the form as elements. `offer`: what `GET .../call-back` gave; `can`: `sendCard(body)`, `withdraw(reference)`,
 * `say(text)`, `show(...elements)`.
 */
export function callBackView(offer, can) {
  const heading = h("h2", { tabindex: "-1", text: WORDS.call_back });
  if (offer.line && !offer.line.takes_cards) return [heading, h("p", { text: offer.line.sentence })];
  const id = `card-${crypto.getRandomValues(new Uint32Array(4)).join("-")}`;
  const fields = fieldsOf(offer);
  const consent = h("input", { type: "checkbox", id: "consent" });
  const top = h("div", { class: "problem", tabindex: "-1", hidden: true });
  const send = async (event) => {
    event.preventDefault();
    const body = Object.fromEntries(fields.map((field) => [field.name, field.read()]));
    body.tried = body.tried.split("\n");
    try {
      done(await can.sendCard({ ...body, card_id: id, consent: consent.checked }), can);
    } catch (failed) {
      refused(failed, [...fields, { name: "consent", focus: () => consent.focus(), problem: () => {} }], top);
      can.say(top.textContent);
    }
  };
  return [
    heading,
    h("p", { text: WORDS.card_lead }),
    offer.line && h("p", { text: offer.line.sentence }),
    h("p", { class: "small", text: WORDS.card_locked }),
    h(
      "form",
      { novalidate: true, on: { submit: send } },
      top,
      ...fields.map((field) => field.element),
      h("div", { class: "tick" }, consent, h("label", { for: "consent", text: WORDS.card_consent })),
      h("button", { class: "send", text: WORDS.card_send }),
    ),
  ];
}

function fieldsOf({ card, council, councils, choices, longest }) {
  const text = (name, more = {}) =>
    words(name, WORDS[`card_${name}`], card[name], { longest: longest[name], ...more });
  const areas = [["", WORDS.card_choose], ...councils.map((one) => [one.id, one.name])];
  return [
    pick("council", WORDS.card_council, council ?? "", areas),
    text("question", { lines: 4 }),
    text("said", { lines: 3 }),
    words("tried", WORDS.card_tried, card.tried.join("\n"), { lines: 3 }),
    text("wants", { lines: 3 }),
    text("name", { autocomplete: "name" }),
    choose("how", WORDS.card_how, [card.how], choices.how, "radio"),
    text("phone", { type: "tel", autocomplete: "tel" }),
    text("email", { type: "email", autocomplete: "email" }),
    choose("safe_message", WORDS.card_safe, [card.safe_message], choices.safe_message, "radio"),
    choose("when", WORDS.card_when, card.when, choices.when, "checkbox"),
    text("when_note"),
    choose("needs", WORDS.card_needs, card.needs, choices.needs, "checkbox"),
    text("needs_note"),
  ];
}

function refused(failed, fields, top) {
  const sentences = failed.body?.error?.fields ?? {};
  const links = [];
  for (const field of fields) {
    field.problem(sentences[field.name] ?? "");
    if (sentences[field.name]) links.push(button(sentences[field.name], field.focus, { class: "quiet" }));
  }
  const rest = Object.entries(sentences).filter(([name]) => !fields.some((field) => field.name === name));
  top.replaceChildren(
    ...urgent(failed.body),
    h("p", { text: failed.message || WORDS.away_now }),
    ...rest.map(([, sentence]) => h("p", { text: sentence })),
    ...links,
  );
  top.hidden = false;
  top.focus();
}

function done(given, can) {
  const taken = h("p", { tabindex: "-1" });
  const back = button(WORDS.card_withdraw, async () => {
    try {
      taken.textContent = (await can.withdraw(given.reference)).sentence;
    } catch (failed) {
      taken.textContent = failed.message || WORDS.away_now;
    }
    taken.focus();
  });
  can.show(
    h("h2", { tabindex: "-1", text: `${WORDS.card_done} ${given.reference}` }),
    ...urgent(given),
    h("p", { text: WORDS.card_note }),
    h("p", { text: given.sentence }),
    taken,
    back,
  );
}

// What the card says may be a cry for help: then the fixed message comes first, as in the chat.
function urgent(given) {
  const texts = (given?.urgent ?? []).map((message) => message.text).filter(Boolean);
  return texts.map((text) =>
    h(
      "div",
      { class: "card safety" },
      ...text
        .split("\n")
        .filter(Boolean)
        .map((line) => h("p", { text: line })),
    ),
  );
}
