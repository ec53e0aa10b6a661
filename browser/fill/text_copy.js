// Copies the whole text.

import { asText } from "../document/document.js";
import { copyText } from "../page/clipboard.js";
import { offerText } from "./text_offer.js";

const COPIED = "已复制";
const SHOWN_FOR = 4000; // milliseconds for which the button says so

/**
 * Copies the text, or shows it selected where the browser does not let a page copy.
 * @param {import("./page.js").FillPage} page
 */
export async function copyWhole({ live, output: { copyButton }, reasons }) {
  const text = asText(live.blocks, reasons);
  if (!(await copyText(text))) {
    offerText(text);
    return;
  }
  const label = copyButton.textContent;
  copyButton.textContent = COPIED;
  window.setTimeout(() => {
    if (copyButton.textContent === COPIED) copyButton.textContent = label;
  }, SHOWN_FOR);
}
