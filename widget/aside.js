/** The page comes first: what a keyboard user reaches there is never hidden under our window. */

/**
 * Watch the page's focus. A focused element that lies wholly under the launcher or the panel makes them give way:
 * the panel closes to the launcher (everything is kept), the launcher hides until the focus is elsewhere.
 * @param {HTMLElement} host the custom element
 * @param {import("./panel.js").Panel} panel
 */
export function giveWay(host, panel) {
  document.addEventListener("focusin", ({ target }) => {
    if (target === host || !(target instanceof Element)) {
      panel.launcher.classList.remove("aside");
      return;
    }
    if (panel.isOpen && under(target, panel.dialog)) {
      panel.dialog.close();
      panel.launcher.hidden = false;
    }
    panel.launcher.classList.toggle("aside", !panel.launcher.hidden && under(target, panel.launcher));
  });
}

function under(target, cover) {
  const [low, high] = [target.getBoundingClientRect(), cover.getBoundingClientRect()];
  const seen = {
    left: Math.max(low.left, 0),
    top: Math.max(low.top, 0),
    right: Math.min(low.right, innerWidth),
    bottom: Math.min(low.bottom, innerHeight),
  };
  return (
    seen.right > seen.left &&
    seen.bottom > seen.top &&
    seen.left >= high.left &&
    seen.right <= high.right &&
    seen.top >= high.top &&
    seen.bottom <= high.bottom
  );
}
