// The page review.html: loads the rules and what kinds of summaries have, then checks what is pasted or opened.

import { rulesOf } from "../checker/rule_data.js";
import { make } from "../page/elements.js";
import { loadScript, ScriptError } from "../page/lazy_script.js";
import { ReviewPage } from "./review_page.js";

/** @typedef {import("./outputs.js").Layout} Layout */
/** @typedef {import("../checker/rule_data.js").Reasons} Reasons */
/** @typedef {import("../checker/rule_data.js").RuleData} RuleData */
/** @typedef {import("../checker/content/structure.js").Structure} Structure */

const FOLDER = "assets/js/";

/** @param {HTMLElement} element */
async function start(element) {
  try {
    const [data, structures] = await Promise.all([loadScript("rules.js", "summariesRules", FOLDER), loadScript("structures.js", "summariesStructures", FOLDER)]);
    const layout = /** @type {unknown} */ (JSON.parse(document.getElementById("proof-layout")?.textContent ?? "{}"));
    const known = /** @type {RuleData} */ (data);
    const page = new ReviewPage(element, rulesOf(known), /** @type {Structure[]} */ (structures), /** @type {Layout} */ (layout));
    const reasons = /** @type {Reasons | null} */ (await loadScript("reasons.js", "summariesReasons", FOLDER).catch(() => null));
    if (reasons) page.explain(rulesOf({ ...known, reasons }));
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
    element.replaceChildren(make("p", { role: "alert" }, error.message));
  }
}

const element = document.getElementById("proof");
if (element) void start(element);
