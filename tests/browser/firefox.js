// Opens pages in Firefox and prints, for each, what it found wrong: refused by the policy, failed, logged.
// node --experimental-websocket firefox.js FIREFOX PROFILE ADDRESS…   speaks WebDriver BiDi, without a driver.

import { spawn } from "node:child_process";

const [, , firefox, profile, ...addresses] = process.argv;
const READY = /WebDriver BiDi listening on (\S+)/;
const EVENTS = ["log.entryAdded", "network.fetchError", "network.responseCompleted"];
const LISTEN = `() => {
  window.refused = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    window.refused.push(event.violatedDirective + " " + event.blockedURI);
  });
}`;
const STATE = "JSON.stringify({ refused: window.refused, ready: document.documentElement.className })";
const SETTLED = 1500; // milliseconds after a page has loaded

const program = spawn(firefox, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"]);
const listening = await new Promise((resolve) => {
  program.stderr.on("data", (data) => {
    const found = READY.exec(String(data));
    if (found) resolve(found[1]);
  });
});
const socket = new WebSocket(`${listening}/session`);
await new Promise((resolve) => { socket.onopen = resolve; });

const waiting = new Map();
let told = [];
socket.onmessage = ({ data }) => {
  const { id, method, params, result } = JSON.parse(data);
  if (id) waiting.get(id)(result);
  else if (method === "log.entryAdded") told.push(`${params.level}: ${params.text}`);
  else if (method === "network.fetchError") told.push(`${params.errorText} ${params.request.url}`);
  else if (params.response?.status >= 400) told.push(`${params.response.status} ${params.request.url}`);
};

function send(method, params) {
  const id = waiting.size + 1;
  socket.send(JSON.stringify({ id, method, params }));
  return new Promise((resolve) => { waiting.set(id, resolve); });
}

await send("session.new", { capabilities: {} });
await send("session.subscribe", { events: EVENTS });
await send("script.addPreloadScript", { functionDeclaration: LISTEN });
const { contexts: [{ context }] } = await send("browsingContext.getTree", {});
for (const url of addresses) {
  told = [];
  await send("browsingContext.navigate", { context, url, wait: "complete" });
  await new Promise((resolve) => { setTimeout(resolve, SETTLED); });
  const { result } = await send("script.evaluate", { expression: STATE, target: { context }, awaitPromise: false });
  console.log(JSON.stringify({ url, told, ...JSON.parse(result.value) }));
}
socket.close();
program.kill();
