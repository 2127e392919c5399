/** Puts the parts together: what the conversation tells goes to the log, what the parent does goes to the conversation. */
import { Announcer } from "./announcer.js";
import { Api } from "./api.js";
import { giveWay } from "./aside.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { announcement, Log } from "./log.js";
import { menu } from "./menu.js";
import { Panel } from "./panel.js";
import { Views } from "./views.js";
import { WORDS } from "./words.js";

const SIZES = ["", "large", "largest"];

/** @param {HTMLElement} host the custom element; @param {{gateway: string, council?: string, exit: string}} settings */
export function chat(host, settings) {
  const api = new Api(settings.gateway);
  const conversation = new Conversation(api, settings.council);
  const announcer = new Announcer();
  const say = (text) => announcer.say(text);
  let focusNext = false;
  let reasons = {};

  const composer = new Composer({ send: (text) => conversation.ask(text), say });
  const log = new Log({
    address: settings.gateway,
    say,
    ask: (text) => choose(() => conversation.ask(text)),
    press: (id, title) => choose(() => conversation.press(id, title)),
    again: (clientId) => conversation.again(clientId).then(() => composer.focus()),
    callBack: () => views.callBack(),
    copy: (text) => views.copy(text),
    reasons: () => reasons,
    judge: async (turn, answer, helped, reason) => {
      try {
        return (await api.feedback({ turn, answer, helped, reason })).sentence;
      } catch (failed) {
        return failed.message || WORDS.away_now;
      }
    },
  });
  const more = menu({
    address: settings.gateway,
    size: (step) => resize(panel.element, step),
    sheet: () => views.sheet(),
    callBack: () => views.callBack(),
    copyAll: () => views.all("copy"),
    printAll: () => views.all("print"),
    downloadAll: () => views.all("download"),
    remove: () => views.remove(),
    keep: (wanted) => conversation.token.keep(wanted),
  });
  const panel = new Panel(
    { menu: more, log, composer, live: announcer.element },
    {
      leave: () => leave(host, conversation, settings.exit),
      opened: () => opened(),
    },
  );
  const views = new Views({ api, conversation, panel, say });

  // A pressed button goes away with the next answer, so the focus moves to that answer.
  function choose(act) {
    focusNext = true;
    return act();
  }

  let known = false;
  async function opened() {
    more.kept(conversation.token.kept);
    conversation.refresh().catch(() => {});
    if (known) return;
    try {
      const given = await api.settings();
      composer.longest = given.longest;
      reasons = given.reasons;
      more.links(given.statements);
      known = true;
    } catch {
      // Asking works without; the next opening tries again.
    }
  }

  conversation.addEventListener("waiting", ({ detail }) => {
    log.wait(detail);
    say(`${WORDS.waiting}.`);
  });
  conversation.addEventListener("turn", ({ detail: turn }) => {
    const mine = log.waiting.has(turn.client_id);
    const article = log.turn(turn, mine);
    if (mine && panel.isOpen) {
      say(announcement(turn));
      if (focusNext) article.focus({ preventScroll: true });
      focusNext = false;
    }
  });
  conversation.addEventListener("stuck", ({ detail: { waiting, problem } }) => {
    const sentence =
      problem.code === "gone"
        ? WORDS.gone
        : problem.message || (navigator.onLine ? WORDS.away : WORDS.offline);
    log.stuck(waiting, sentence);
    say(sentence);
  });
  conversation.addEventListener("refused", ({ detail: { waiting, problem } }) => {
    log.drop(waiting);
    composer.refuse(problem.message, waiting.body.text);
  });
  conversation.addEventListener("line", ({ detail }) => panel.showLine(detail));
  conversation.addEventListener("gone", () => {
    more.kept(false);
    if (!conversation.waiting.size) log.welcome();
  });
  giveWay(host, panel);
  return panel.element;
}

function resize(root, step) {
  const now = SIZES.findIndex((size) => size && root.classList.contains(size));
  const next = Math.min(Math.max((now < 0 ? 0 : now) + step, 0), SIZES.length - 1);
  SIZES.forEach((size, index) => size && root.classList.toggle(size, index === next));
}

// The page is gone at once, and going back does not bring the conversation up again.
function leave(host, conversation, exit) {
  conversation.token.clear(true);
  host.remove();
  location.replace(exit);
}
