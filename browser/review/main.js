// The page review.html: loads the rules, then checks what is pasted or opened.

import { rulesOf } from "../checker/rule_data.js";
import { make } from "../page/elements.js";
import { loadScript, ScriptError } from "../page/lazy_script.js";
import { ReviewPage } from "./review_page.js";

/** @typedef {import("./outputs.js").Layout} Layout */
/** @typedef {import("../checker/rule_data.js").RuleData} RuleData */

/** @param {HTMLElement} element */
async function start(element) {
  try {
    const data = /** @type {RuleData} */ (await loadScript("rules.js", "summariesRules", "assets/js/"));
    const layout = /** @type {unknown} */ (JSON.parse(document.getElementById("proof-layout")?.textContent ?? "{}"));
    new ReviewPage(element, rulesOf(data), /** @type {Layout} */ (layout));
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
    element.replaceChildren(make("p", { role: "alert" }, error.message));
  }
}

const element = document.getElementById("proof");
if (element) void start(element);
