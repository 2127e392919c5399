/** Making elements, always from text and never from markup: what a parent or a bot wrote stays words. */

/**
 * Make an element. `props`: `on` holds listeners by event, `text` the text, `class` the class; anything else is
 * an attribute (true: present; false, null and undefined: left out).
 * @param {string} tag
 * @param {Record<string, any>} [props]
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElement}
 */
export function h(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name === "on") {
      for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener);
    } else if (name === "text") {
      made.textContent = value;
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, value === true ? "" : String(value));
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** Make a button that does `act`. */
export function button(text, act, props = {}) {
  return h("button", { type: "button", text, on: { click: act }, ...props });
}

/** Make words that are only heard, not seen. */
export function heard(text) {
  return h("span", { class: "heard", text });
}

/** Make a link that opens in a new tab and says so. */
export function outward(href, text) {
  const opens = h("span", { "aria-hidden": "true", text: "\u00a0\u2197" });
  return h(
    "a",
    { href, target: "_blank", rel: "noopener noreferrer", text },
    opens,
    heard(" (opens in a new tab)"),
  );
}
