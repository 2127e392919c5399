"""What is put into each page: it looks into open shadow roots, times what appears, hears what is said."""

from __future__ import annotations

LOOKING = """
window.bench = {
  all(selector, root = document) {
    const found = [...root.querySelectorAll(selector)];
    for (const one of root.querySelectorAll("*")) {
      if (one.shadowRoot) found.push(...this.all(selector, one.shadowRoot));
    }
    return found;
  },
  seen(selector) {
    return this.all(selector).find(one => {
      const { width, height } = one.getBoundingClientRect();
      return width > 0 && height > 0 && getComputedStyle(one).visibility === "visible";
    });
  },
  when(selector) {
    return new Promise(resolve => {
      const look = () => this.seen(selector) ? resolve(performance.now()) : requestAnimationFrame(look);
      look();
    });
  },
  focused() {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const name = at.getAttribute("aria-label") || at.getAttribute("title") || at.textContent || "";
    const pictures = [...at.querySelectorAll("img[alt]")].map(one => one.alt).join(" ");
    return { name: `${name} ${pictures}`.trim(), is: selector => at.matches(selector) };
  },
  at(selector) {
    return this.focused().is(selector);
  },
  heard: [],
  regions() {
    return this.all("[aria-live=polite], [aria-live=assertive], [role=status], [role=alert], [role=log]")
      .filter(one => one.getAttribute("aria-live") !== "off");
  },
  listen() {
    const known = new Set();
    const look = () => {
      for (const region of this.regions()) {
        if (known.has(region)) continue;
        known.add(region);
        new MutationObserver(changes => changes.forEach(change => this.heard.push(
          [...change.addedNodes].map(node => node.textContent).join(" ") || change.target.textContent)))
          .observe(region, { childList: true, subtree: true, characterData: true });
      }
      requestAnimationFrame(look);
    };
    look();
  },
};
"""
