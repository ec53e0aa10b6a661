// Opens what is folded where a link leads into it, and everything on paper.

import { all } from "../page/elements.js";

/** Starts to open it, now and whenever a link is followed. */
export function openDetails() {
  openTarget();
  window.addEventListener("hashchange", openTarget);
  window.addEventListener("beforeprint", openForPrint);
}

/** The element to which the address leads. */
function target() {
  return document.getElementById(decodeURIComponent(location.hash.slice(1)));
}

function openTarget() {
  const details = target()?.closest("details:not([open])");
  details?.toggleAttribute("open", true);
  details?.scrollIntoView();
}

/** Opens all details for the printer, and closes these again. */
function openForPrint() {
  const closed = all(".md-content details:not([open])");
  for (const details of closed) details.toggleAttribute("open", true);
  const close = () => { for (const details of closed) details.toggleAttribute("open", false); };
  window.addEventListener("afterprint", close, { once: true });
}
