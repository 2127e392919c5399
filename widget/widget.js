// One script tag starts the chat: <script src=".../widget/widget.js" data-council="bathnes" defer></script>
// A classic script, so that it may stand on any page; the parts are modules that the browser fetches together.
(() => {
  const script = document.currentScript;
  if (!script) return;
  const gateway = new URL("..", script.src).href;
  const parts =
    "announcer api aside card chat composer conversation dom element feedback log menu panel styles token " +
    "views words";
  // All at once: found only through one another, they would cost a round trip for each level.
  for (const part of parts.split(" ")) import(new URL(`${part}.js`, script.src)).catch(() => {});
  import(new URL("element.js", script.src))
    .then(({ place }) => place({ gateway, ...script.dataset }))
    .catch(() => {
      // The page without script gives the same answers; a plain link is better than nothing.
      const link = document.createElement("a");
      link.href = gateway;
      link.textContent = "Ask about SEND support";
      document.body.append(link);
    });
})();
