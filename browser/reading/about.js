// Says on the page about the site which version it is, and whether its server sends the headers that protect it.

import { make } from "../page/elements.js";
import { compareHeaders } from "./server_headers.js";

/** @import { Header } from "./server_headers.js" */

const WHAT_TO_DO = "按“部署”一页用这一版 server/ 里的设置，再重新加载服务器。";
const NO_SERVER = "现在是直接打开的文件夹，没有服务器，也就没有响应头；网页照样能用，填的内容不离开浏览器。版本写在 server/version.txt 里。";
const WRONG = "项不对。网页照样能用，填的内容也不会传出去，只是少一道防护；请告诉管服务器的人。";

/**
 * @param {string} address a file of the site
 * @param {string} [method]
 */
async function ask(address, method = "GET") {
  // eslint-disable-next-line no-restricted-syntax -- only a page that a server has sent gets here
  return fetch(address, { method, cache: "no-store" });
}

/** @param {string} address */
async function textOf(address) {
  const answer = await ask(address);
  return answer.ok ? (await answer.text()).trim() : "";
}

/** @param {Header} header */
function row({ name, isSent, isRight }) {
  const state = isRight ? "有，与这一版相符" : `${isSent ? "与这一版不符" : "没有"}。${WHAT_TO_DO}`;
  return make("tr", {}, make("th", { scope: "row" }, name), make("td", {}, state));
}

/**
 * @param {string} version
 * @param {Header[]} headers
 */
function report(version, headers) {
  const wrong = headers.filter(({ isRight }) => !isRight).length;
  const result = wrong ? `服务器的响应头有${String(wrong)}${WRONG}` : "服务器的响应头齐全，与这一版相符。";
  const columns = ["响应头", "这台服务器"].map((name) => make("th", { scope: "col" }, name));
  const head = make("thead", {}, make("tr", {}, ...columns));
  const table = make("table", {}, head, make("tbody", {}, ...headers.map(row)));
  return [make("p", {}, `版本：${version || "没有写"}`), make("p", {}, result), make("div", { class: "facts" }, table)];
}

/** Returns what is to be shown: a folder opened by itself has no server. */
async function examine() {
  if (window.location.protocol === "file:") return [make("p", {}, NO_SERVER)];
  const [page, policy, version] = await Promise.all([
    ask(window.location.href, "HEAD"),
    textOf("server/policy.txt"),
    textOf("server/version.txt"),
  ]);
  return report(version, compareHeaders(page.headers, policy));
}

/** @param {HTMLElement} place */
async function show(place) {
  const failed = () => [make("p", {}, "没有查成：服务器没有答复。过一会儿刷新再看。")];
  place.append(make("h2", { id: "server" }, "版本和服务器"), ...(await examine().catch(failed)));
}

const place = document.getElementById("server-check");
if (place) void show(place);
