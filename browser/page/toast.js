// Tells in passing what has been done, at the bottom of the page, with a button where it can be taken back.

import { makeButton } from "./button.js";
import { all, make } from "./elements.js";
import { later } from "./later.js";

const SHOWN = 4000; // milliseconds
const TO_ACT = 8000; // for a message with a button
const UPPER = 2 / 3; // of the page: a field that ends there is clear of the bottom
const REGION = "toast"; // found by its id, which costs nothing at each key; every bundle has its own variables

/**
 * Tells what has been done.
 * @param {string} text
 * @param {[label: string, act: () => void]} [remedy]
 */
export function tell(text, remedy) {
  const message = make("span", {}, text);
  if (remedy) message.append(makeButton(remedy[0], () => { dismiss(); remedy[1](); }));
  later(() => { // a dialog that leads here is closed by then
    const region = liveRegion();
    later(() => { // only what changes in a region that is there is read out
      region.replaceChildren(message);
      keepClear();
    });
  });
  window.setTimeout(() => { message.remove(); }, remedy ? TO_ACT : SHOWN);
}

/** Takes the message away: something else has been done since. */
export function dismiss() {
  document.getElementById(REGION)?.replaceChildren();
}

/** Stands at the top where the field that has the focus stands near the bottom. */
function keepClear() {
  const field = document.activeElement?.closest("[role=group], input, textarea, select");
  const isLow = field && field.getBoundingClientRect().bottom > window.innerHeight * UPPER;
  document.getElementById(REGION)?.classList.toggle("toast--top", Boolean(isLow));
}

/** The place for messages: over the page, and over the dialog that lies over it. */
function liveRegion() {
  const region = document.getElementById(REGION) ?? make("div", { id: REGION, class: "toast", role: "status" });
  if (!region.isConnected) document.addEventListener("focusin", keepClear); // once, as it is made
  const host = all("dialog[open]").at(-1) ?? document.body;
  if (region.parentElement !== host) host.append(region);
  return region;
}
