// The last drafts on this machine, on the home page, each with a link to go on writing.

import { DraftDatabase } from "../drafts/draft_database.js";
import { countEntered } from "../drafts/progress.js";
import { make } from "../page/elements.js";
import { hasSetting, setSetting } from "../page/settings.js";
import { timeText } from "../page/time_text.js";

/** @typedef {import("../drafts/draft_database.js").Draft} Draft */

const MOST = 3;
const OPEN = "draft."; // the settings that say which draft of an archetype is open

/**
 * How much of a draft is filled in: of what its text asked for when it was saved, if the page has said that.
 * @param {Draft} draft
 */
function progressText({ state, progress }) {
  if (progress) return `已填${String(progress.done)}/${String(progress.total)}`;
  return `已填${String(countEntered(state.facts))}项`;
}

/**
 * @param {Draft} draft
 * @param {Element} kind its entry in the list of kinds
 */
function draftItem(draft, kind) {
  const name = make("span", { class: "draft-name" }, draft.name);
  const note = `${progressText(draft)} · ${timeText(draft.saved)}`;
  const short = kind.querySelector(".kind-name")?.textContent ?? "";
  const href = kind.querySelector(".kind-fill")?.getAttribute("href") ?? "";
  const link = make("a", { class: "draft", href, title: `${short}：${draft.name}` }, name, make("span", { class: "draft-note" }, note));
  link.addEventListener("click", () => {
    setSetting(`${OPEN}${kind.getAttribute("data-archetype") ?? ""}`, draft.id);
  });
  return make("li", {}, link);
}

/**
 * Fills the place for the drafts; those of kinds that the site no longer has are left out.
 * @param {Element} list
 */
async function showDrafts(list) {
  const database = await DraftDatabase.open();
  const items = (await database.recent()).flatMap((draft) => {
    const kind = document.querySelector(`[data-archetype="${CSS.escape(draft.archetype)}"]`);
    return kind ? [draftItem(draft, kind)] : [];
  });
  if (items.length > 0) list.replaceChildren(...items.slice(0, MOST));
  else list.replaceChildren(make("li", {}, "没有可以接着写的草稿。"));
}

const place = document.getElementById("drafts");
const list = place?.querySelector("ul");
// The place is there before the page is first shown, or what follows would jump when the drafts are read.
if (place && list && hasSetting(OPEN)) {
  place.hidden = false;
  const show = () => {
    showDrafts(list).catch(() => {
      place.hidden = true; // a browser that cannot read the drafts says so where they are filled in
    });
  };
  window.addEventListener("DOMContentLoaded", show);
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) show(); // the way back from a draft leads to the page as it was left
  });
}
