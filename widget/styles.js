/** The look of the window. A constructed sheet: no council needs to allow inline styles, none of theirs reaches in. */
export const CSS = `
:host { all: initial !important; direction: ltr !important; display: block !important; position: fixed !important;
  inset: auto 0 0 auto !important; width: 0 !important; height: 0 !important; z-index: 2147483000 !important; }
@media print { :host { display: none !important; } }
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
.root { --ink: #1c2b33; --paper: #fff; --quiet: #eef3f5; --line: #6b7f89; --strong: #0b5c7a; --on: #fff; --alarm: #a3001e;
  font: medium/1.5 Arial, Helvetica, sans-serif; color: var(--ink); text-align: start; overflow-wrap: anywhere; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { .root { --ink: #e9eff2; --paper: #14191c; --quiet: #222b30; --line: #8fa3ad; --strong: #86cfea;
  --on: #06202b; --alarm: #ff9aa6; } }
.large { font-size: 125%; }
.largest { font-size: 150%; }
button, input, textarea, select { font: inherit; color: inherit; }
button, summary { cursor: pointer; }
button { min-height: 44px; min-width: 44px; padding: .4em .8em; border: 2px solid var(--strong); border-radius: .4em; background: var(--paper);
  color: var(--strong); text-align: start; overflow-wrap: anywhere; }
button:hover { background: var(--quiet); }
:focus-visible { outline: 3px solid var(--strong); outline-offset: 2px; }
h2, h3, p, ul { margin: 0 0 .6em; }
h2 { font-size: 1.25em; line-height: 1.25; }
h3 { font-size: 1em; color: var(--strong); margin-bottom: .2em; }
h2:focus, h3:focus, p:focus, article:focus { outline: none; }
article:focus-visible { outline: 3px solid var(--strong); }
ul { padding-inline-start: 1.2em; }
a { color: var(--strong); }
.heard { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.small { font-size: .9em; }
.launcher { position: fixed; inset: auto 1em 1em auto; max-width: calc(100vw - 2em); padding: .7em 1.1em; border-radius: 2em;
  border-color: var(--paper); background: var(--strong); color: var(--on); font-weight: bold; box-shadow: 0 2px 10px #0006; }
:host([data-side="left"]) .launcher { inset: auto auto 1em 1em; }
.launcher:hover { background: var(--ink); color: var(--paper); }
.launcher:focus-visible { outline-color: var(--ink); box-shadow: 0 0 0 6px var(--paper); }
.aside { opacity: 0; pointer-events: none; }
dialog { position: fixed; inset: auto 1em 1em auto; margin: 0; width: 26em; max-width: calc(100vw - 2em); height: 42em;
  max-height: calc(100vh - 2em); padding: 0; border: 2px solid var(--strong); border-radius: .7em; background: var(--paper);
  color: var(--ink); box-shadow: 0 6px 30px #0007; overflow: clip; }
:host([data-side="left"]) dialog { inset: auto auto 1em 1em; }
dialog[open] { display: flex; flex-direction: column; }
dialog::backdrop { background: none; }
.head { display: flex; flex-wrap: wrap; gap: .35em; align-items: center; padding: .4em .6em; border-bottom: 2px solid var(--strong); }
.head h2 { flex: 1 0 auto; margin: 0; font-size: 1.15em; color: var(--strong); }
.bar { padding: .2em .45em; border-color: var(--line); font-size: .9em; }
.leave { flex: 0 1 auto; max-width: min(8.5em, 30vw); line-height: 1.15; border-color: var(--alarm); color: var(--alarm); font-weight: bold; }
.shut { min-width: 44px; font-size: 1.3em; line-height: 1; text-align: center; }
.line { padding: .4em .8em; background: var(--quiet); border-bottom: 1px solid var(--line); }
.line p { margin: 0; }
.line a { font-weight: bold; display: inline-block; padding: .2em 0; }
.menu { padding: .6em .8em; border-bottom: 2px solid var(--line); overflow: auto; flex: 0 1 auto; min-height: 0; }
.entry { display: block; width: 100%; margin-bottom: .3em; border-color: var(--line); }
.row { display: flex; flex-wrap: wrap; gap: .4em; margin-bottom: .4em; }
.row .entry { width: auto; flex: 1; }
.links { list-style: none; padding: 0; margin: 0; }
.links a { display: inline-block; min-height: 44px; padding: .5em 0; }
.tick { display: flex; gap: .6em; align-items: center; min-height: 44px; }
.tick input { width: 1.5em; height: 1.5em; margin: 0; flex: none; accent-color: var(--strong); }
.tick label { flex: 1; padding: .4em 0; }
.chat { display: flex; flex-direction: column; flex: 1 1 10em; min-height: 10em; }
.log, .view { flex: 1; min-height: 0; overflow: auto; padding: .8em; overscroll-behavior: contain; }
.log:focus-visible { outline-offset: -3px; }
article { margin-bottom: 1.2em; scroll-margin: .5em; }
.asked { border-inline-start: 4px solid var(--line); padding-inline-start: .7em; margin-bottom: .6em; }
.words { white-space: pre-wrap; margin-bottom: .3em; }
.card { background: var(--quiet); border: 1px solid transparent; border-radius: .5em; padding: .7em .8em .3em; margin-bottom: .5em; }
.safety { border: 3px solid var(--alarm); font-size: 1.05em; }
.handoff { border: 2px solid var(--strong); }
.handoff > p a[href^="tel:"], .safety a[href^="tel:"] { font-weight: bold; font-size: 1.15em; display: inline-block; padding: .15em 0; }
.duty { display: inline-block; border: 1px solid currentColor; border-radius: 1em; padding: 0 .7em; font-size: .9em; font-weight: bold; color: var(--strong); }
.quiet { border-color: var(--line); font-size: .9em; }
.tools, .own { margin-bottom: .5em; }
.feedback { border-top: 1px solid var(--line); padding-top: .4em; font-size: .95em; }
details { margin-bottom: .5em; }
summary { min-height: 44px; padding: .5em 0; color: var(--strong); text-decoration: underline; font-size: .95em; }
details li { margin-bottom: .5em; }
.next { display: grid; gap: .4em; margin-top: .6em; }
.composer { flex: none; padding: .6em .8em; border-top: 2px solid var(--strong); background: var(--paper); }
label { display: block; font-weight: bold; margin-bottom: .2em; }
.ask { display: flex; gap: .4em; align-items: flex-end; }
.ask textarea { flex: 1; min-width: 0; }
textarea, select, input:not([type="checkbox"], [type="radio"]) { width: 100%; min-height: 44px; padding: .4em .5em; border: 2px solid var(--line);
  border-radius: .3em; background: var(--paper); }
textarea { resize: vertical; max-height: 40vh; }
.composer .small { margin: .2em 0 0; }
.send { background: var(--strong); color: var(--on); font-weight: bold; }
.send:hover { background: var(--ink); color: var(--paper); }
.problem { border: 3px solid var(--alarm); border-radius: .3em; padding: .4em .6em; margin-bottom: .5em; font-weight: bold; }
.problem button, .problem a { font-weight: normal; }
.problem a { display: inline-block; min-height: 44px; padding: .5em 0; }
[aria-invalid="true"] { border-color: var(--alarm) !important; }
.field, fieldset { margin: 0 0 .7em; }
fieldset { min-width: 0; border: 1px solid var(--line); border-radius: .3em; padding: .3em .7em; }
legend, fieldset .tick label { font-weight: bold; }
.tick label, fieldset .tick label { font-weight: normal; margin: 0; }
.back { margin-bottom: .7em; }
.dots { display: inline-flex; gap: .25em; margin-inline-start: .4em; }
.dots i { width: .4em; height: .4em; border-radius: 50%; background: currentColor; animation: wait 1.2s infinite alternate; }
.dots i:nth-child(2) { animation-delay: .4s; }
.dots i:nth-child(3) { animation-delay: .8s; }
@keyframes wait { from { opacity: .2; } }
@media (max-width: 640px), (max-height: 480px) { dialog { inset: 0 !important; width: 100%; height: 100%; max-width: none; max-height: none;
  border: 0; border-radius: 0; }
  .menu { flex: 1; } .menu:not([hidden]) ~ .chat, .menu:not([hidden]) ~ .view { display: none; } }
@media (max-height: 480px) { dialog[open] { display: block; overflow: auto; } .chat { display: block; } .log, .view, .menu { overflow: visible; }
  .launcher { inset-block-end: .4em; } }
@media (prefers-reduced-motion: reduce) { .dots i { animation: none; } }
@media (forced-colors: active) { .card, .launcher { border-color: CanvasText; } .dots i { background: CanvasText; } }
`;
