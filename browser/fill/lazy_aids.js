// Loads what helps a reader along when it is first used.

import { make } from "../page/elements.js";
import { loadOrTell } from "../page/lazy_dialog.js";
import { loadScript } from "../page/lazy_script.js";
import { getSetting } from "../page/settings.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {import("./aids_bundle.js").Aids} Aids */

async function load() {
  return /** @type {Aids} */ (await loadScript("aids.js", "summariesAids"));
}

/**
 * Acts with the bundle, or says why it is not loaded.
 * @param {(bundle: Aids) => unknown} act
 */
export async function withAids(act) {
  const bundle = await loadOrTell("没有打开", load);
  if (bundle) await act(bundle);
}

/**
 * The line that offers the reader's units, once there is one to fill in or to save.
 * @param {FillPage} page
 */
export function unitLine(page) {
  const { store } = page;
  const line = make("div", { class: "unit-line" });
  let isAsked = false;
  const ask = () => {
    if (isAsked || !(getSetting("units") || store.state.facts["org"])) return;
    isAsked = true;
    void load().then(({ offerUnits }) => { offerUnits(line, page); }, () => null); // the menu says why
  };
  store.listen(ask);
  ask();
  return line;
}
