// Copies the whole text.

import { asText } from "../document/document.js";
import { copyText } from "../page/clipboard.js";
import { tell } from "../page/toast.js";
import { offerText } from "./text_offer.js";

/**
 * Copies the text, or shows it selected where the browser does not let a page copy.
 * @param {import("./page.js").FillPage} page
 */
export async function copyWhole({ live, reasons }) {
  const text = asText(live.blocks, reasons);
  if (await copyText(text)) tell(reasons.length > 0 ? "已复制草稿" : "已复制全文");
  else offerText(text);
}
