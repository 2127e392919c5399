/** Deleting the conversation: asked once, said plainly, done everywhere. */
import { button, h } from "./dom.js";
import { WORDS } from "./words.js";

/** Give the question as elements; `remove` resolves to a sentence, `back` returns to the chat. */
export function forgetView(remove, back) {
  const problem = h("p", { class: "problem", hidden: true });
  const yes = button(
    WORDS.remove_yes,
    async () => {
      try {
        await remove();
      } catch (failed) {
        problem.textContent = failed.message || WORDS.away_now;
        problem.hidden = false;
      }
    },
    { class: "send" },
  );
  return [
    h("h2", { tabindex: "-1", text: WORDS.remove }),
    h("p", { text: WORDS.remove_sure }),
    h("p", { text: WORDS.remove_card }),
    problem,
    h("div", { class: "row" }, yes, button(WORDS.remove_no, back)),
  ];
}
