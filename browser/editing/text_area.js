// A text area in which a figure is a token 〔门诊人次·与上期比〕, which is deleted whole.

import { make } from "../page/elements.js";
import { ORDINAL } from "../facts/entries.js";
import { TOKEN } from "../templating/tokens.js";

const NUMBERED = new RegExp(`^(?:${ORDINAL}、?[ \\t\\u3000]*)+`, "gm");
export const UNNUMBERED = "行首的序号不用写，会去掉，由系统自动编。";
const LEAST_ROWS = 3;
const MOST_ROWS = 16;
const IN_LINE = 34; // characters, about

/**
 * Makes the area.
 * @param {string} label
 * @param {string} text
 * @param {(text: string) => void} typed
 */
export function tokenArea(label, text, typed) {
  const area = make("textarea", { "aria-label": label, autocomplete: "off", spellcheck: "false" });
  area.value = text;
  const fit = () => {
    const lines = area.value.split("\n").map((line) => Math.ceil((line.length + 1) / IN_LINE));
    const rows = lines.reduce((sum, count) => sum + count, 1);
    area.rows = Math.min(MOST_ROWS, Math.max(LEAST_ROWS, rows));
  };
  area.addEventListener("input", () => {
    fit();
    typed(area.value);
  });
  deleteTokensWhole(area);
  fit();
  return area;
}

/**
 * Deletes the whole token where a deletion would cut it.
 * @param {HTMLTextAreaElement} area
 */
export function deleteTokensWhole(area) {
  area.addEventListener("beforeinput", (event) => {
    if (event.isComposing || !selectToken(area, event.inputType)) return;
    event.preventDefault();
    edit("delete", "");
  });
}

/**
 * Puts a text at the caret; undo takes it back.
 * @param {HTMLTextAreaElement} area
 * @param {string} text
 */
export function insertText(area, text) {
  area.focus();
  if (edit("insertText", text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input"));
}

/**
 * A text without numbers at the heads of its lines, which the document adds.
 * @param {string} text
 */
export function withoutNumbers(text) {
  return text.replace(NUMBERED, "");
}

/**
 * Selects the token that a deletion would cut; tells whether there is one.
 * @param {HTMLTextAreaElement} area
 * @param {string} type of the input
 */
function selectToken(area, type) {
  const by = { deleteContentBackward: -1, deleteContentForward: 0 }[type];
  if (by === undefined || area.selectionStart !== area.selectionEnd) return false;
  const at = area.selectionStart + by;
  for (const { index, 0: token } of area.value.matchAll(TOKEN)) {
    if (index > at || at >= index + token.length) continue;
    area.setSelectionRange(index, index + token.length);
    return true;
  }
  return false;
}

/**
 * @param {string} command
 * @param {string} text
 */
function edit(command, text) {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way that undo knows of
  return document.execCommand(command, false, text);
}
