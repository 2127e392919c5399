/** "Did this help?" under an answer: yes, or no with a reason from a list. Nothing is typed, so nothing personal is kept. */
import { button, h } from "./dom.js";
import { WORDS } from "./words.js";

/** Make the group for one answer; `can.judge` resolves to the sentence to show. */
export function feedback(answer, can) {
  const group = h("div", { class: "feedback", role: "group", "aria-label": WORDS.helped });
  const judge = async (helped, reason) => {
    const thanks = await can.judge(answer, helped, reason);
    const said = h("p", { tabindex: "-1", text: thanks });
    group.replaceChildren(said);
    said.focus();
  };
  const why = () => {
    const reasons = Object.entries(can.reasons()).map(([id, title]) =>
      button(title, () => judge(false, id), { class: "quiet" }),
    );
    group.replaceChildren(
      h("p", { tabindex: "-1", text: WORDS.why }),
      h("div", { class: "row" }, ...reasons),
    );
    group.firstChild.focus();
  };
  const yes = button(WORDS.yes, () => judge(true, null), { class: "quiet" });
  const no = button(WORDS.no, why, { class: "quiet" });
  group.append(h("span", { text: WORDS.helped }), h("div", { class: "row" }, yes, no));
  return group;
}
