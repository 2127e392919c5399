// Serves one bare page for each widget, and lets the two foreign ones talk to our gateway in their own ways.
// node server.mjs PORT GATEWAY FOLDER_OF_NODE_MODULES
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";

const [port, gateway, modules] = process.argv.slice(2);
const { Server } = createRequire(`${modules}/`)("socket.io");
const FILES = {
  "/webchat.js": `${modules}/rasa-webchat/lib/index.js`,
  "/deep-chat.js": `${modules}/deep-chat/dist/deepChat.bundle.js`,
};
const page = (body) => `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"></head>
<body><main><h1>A page</h1><p>Some words and <a href="#end">a link</a>.</p></main>${body}</body></html>`;
const PAGES = {
  "/signpost": page(`<script src="${gateway}/widget/widget.js" defer></script>`),
  "/rasa-webchat": page(`<script src="/webchat.js"></script><script>
    WebChat.default({ socketUrl: location.origin, socketPath: "/socket.io/", title: "Signpost",
      customMessageDelay: () => 0, params: { storage: "session" } }, null);</script>`),
  "/deep-chat": page(`<deep-chat connect='{"url": "/talk"}'></deep-chat><script type="module" src="/deep-chat.js"></script>`),
};

const conversations = new Map();

/** Pass a parent's words on; a title that the last reply had on a button presses it. Gives the bot's messages. */
async function talk(who, text) {
  const known = conversations.get(who) ?? { ...(await call("/api/conversations", {})), titles: new Map() };
  conversations.set(who, known);
  const client_id = crypto.randomUUID();
  const button = known.titles.get(text);
  const body = button ? { client_id, button } : { client_id, text };
  const { messages, error } = await call(`/api/conversations/${known.id}/messages`, body, known.secret);
  if (error) return [{ text: error.message }];
  known.titles = new Map(messages.flatMap((one) => one.buttons ?? []).map((one) => [one.title, one.id]));
  return messages;
}

async function call(path, body, secret) {
  const headers = { "Content-Type": "application/json", ...(secret && { Authorization: `Bearer ${secret}` }) };
  const response = await fetch(gateway + path, { method: "POST", headers, body: JSON.stringify(body) });
  return response.json();
}

async function deepChat(request, response) {
  let body = "";
  for await (const part of request) body += part;
  const said = JSON.parse(body).messages.at(-1).text;
  const messages = await talk("deep-chat", said);
  const titles = messages.flatMap((one) => one.buttons ?? []).map((one) => one.title);
  const buttons = titles.map((title) => `<button class="deep-chat-button deep-chat-suggestion-button">${title}</button>`);
  const html = `<div class="deep-chat-temporary-message">${buttons.join("")}</div>`;
  const text = messages.map((one) => one.text).filter(Boolean).join("\n\n");
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify(buttons.length ? { text, html } : { text }));
}

const server = createServer((request, response) => {
  const path = request.url.split("?")[0];
  if (path === "/talk") return deepChat(request, response);
  const found = PAGES[path] ?? (FILES[path] && readFileSync(FILES[path]));
  if (!found) return response.writeHead(404).end();
  response.setHeader("Content-Type", PAGES[path] ? "text/html; charset=utf-8" : "text/javascript; charset=utf-8");
  response.setHeader("Content-Encoding", "gzip");
  return response.end(gzipSync(found, { level: 9 }));
});

// The events of Rasa's own socket.io channel, which rasa-webchat is made for.
new Server(server, { serveClient: false }).on("connection", (socket) => {
  socket.on("session_request", (data) => socket.emit("session_confirm", data?.session_id ?? socket.id));
  socket.on("user_uttered", async ({ message }) => {
    // It begins with an empty payload of its own, which is nothing that a parent said.
    if (!message) return;
    for (const { text, buttons = [] } of await talk(socket.id, message)) {
      if (!text) continue;
      const quick_replies = buttons.map(({ title }) => ({ content_type: "text", title, payload: title }));
      socket.emit("bot_uttered", buttons.length ? { text, quick_replies } : { text });
    }
  });
});
server.listen(Number(port), "127.0.0.1");
