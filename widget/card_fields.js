/** The fields of the call-back card's form: labels, problems beside them, choices. */
import { h } from "./dom.js";

/** A field's `element`, how to `read` it, and how to show a `problem` (empty: none). */

/** Make a field for words; `lines` above 1 for a larger one. */
export function words(name, label, value, { lines = 1, longest, type = "text", autocomplete = "off" } = {}) {
  const props = { id: name, maxlength: longest, autocomplete, dir: "auto" };
  const box = lines > 1 ? h("textarea", { ...props, rows: lines }) : h("input", { ...props, type });
  box.value = value;
  return field(name, box, h("label", { for: name, text: label }), box, () => box.value);
}

/** Make a list to choose one from. */
export function pick(name, label, value, options) {
  const box = h(
    "select",
    { id: name },
    ...options.map(([id, title]) => h("option", { value: id, text: title, selected: id === value })),
  );
  return field(name, box, h("label", { for: name, text: label }), box, () => box.value);
}

/** Make a group to choose one (`radio`) or several (`checkbox`) from; reads as an id or a list of ids. */
export function choose(name, label, chosen, titles, type) {
  const boxes = Object.entries(titles).map(([id]) =>
    h("input", { type, name, id: `${name}-${id}`, value: id, checked: chosen.includes(id) }),
  );
  const rows = boxes.map((box) =>
    h("div", { class: "tick" }, box, h("label", { for: box.id, text: titles[box.value] })),
  );
  const group = h("fieldset", { id: name, tabindex: "-1" }, h("legend", { text: label }), ...rows);
  const ticked = () => boxes.filter((box) => box.checked).map((box) => box.value);
  return field(name, group, null, group, () => (type === "radio" ? (ticked()[0] ?? "") : ticked()));
}

function field(name, focused, label, control, read) {
  const note = h("p", { id: `${name}-problem`, class: "problem", hidden: true });
  return {
    name,
    element: h("div", { class: "field" }, label, note, control),
    read,
    focus: () => focused.focus(),
    problem: (sentence) => {
      note.hidden = !sentence;
      note.textContent = sentence;
      if (sentence) focused.setAttribute("aria-describedby", note.id);
      else focused.removeAttribute("aria-describedby");
      if (focused.tagName !== "FIELDSET") focused.toggleAttribute("aria-invalid", false);
      if (sentence && focused.tagName !== "FIELDSET") focused.setAttribute("aria-invalid", "true");
    },
  };
}
