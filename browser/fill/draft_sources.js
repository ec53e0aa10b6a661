// Where the content of a draft comes from, but for typing: files, an example, nothing, the period before.

import { countEntered } from "../drafts/progress.js";
import { make } from "../page/elements.js";
import { withBundle } from "../exchange/lazy_own.js";
import { otherDrafts } from "./draft_care.js";
import { stateOf } from "./sample.js";
import { tellUndoable } from "./undoable.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {import("../drafts/state.js").State} State */

/**
 * Asks for files, and imports them.
 * @param {FillPage} page
 */
export function importChosen(page) {
  const input = make("input", { type: "file", accept: ".json,.xlsx", multiple: "", class: "visually-hidden" });
  input.addEventListener("change", () => {
    input.remove();
    const files = [...(input.files ?? [])];
    if (files.length > 0) void importInto(page, files);
  });
  document.body.append(input);
  input.click();
}

/**
 * Imports drafts and sheets.
 * @param {FillPage} page
 * @param {File[]} files
 */
export function importInto(page, files) {
  const { archetype, store, toolbar } = page;
  return withBundle(({ importFiles }) =>
    importFiles(files, {
      archetype,
      present: () => store.state,
      fresh: toolbar.switcher.fresh,
      apply: (state) => void apply(page, { why: "导入前", done: "已导入" }, state),
      begin: (name, state) => void begin(page, name, state),
    }),
  );
}

/**
 * Fills in an example; all its facts are to be confirmed, so that a mere copy stays a draft.
 * @param {FillPage} page
 * @param {import("../schema/types.js").Example} example
 */
export function fillExample(page, example) {
  const told = { why: "用示例填写前", done: `已填入“${example.name}”的示例` };
  return apply(page, told, { ...stateOf(example), carried: Object.keys(example.facts) });
}

/**
 * Empties the draft.
 * @param {FillPage} page
 */
export function emptyDraft(page) {
  return apply(page, { why: "清空前", done: "已清空" }, page.toolbar.switcher.fresh);
}

/**
 * Offers a draft for the next period.
 * @param {FillPage} page
 */
export function rollForward(page) {
  const { archetype, store, toolbar } = page;
  return withBundle(async ({ openRollDialog, readSource }) => {
    openRollDialog({
      summary: () => page.live.summary,
      state: store.state,
      others: await otherDrafts(toolbar.switcher),
      read: (file) => readSource(archetype, file),
      create: (name, state) => begin(page, name, state),
    });
  });
}

/**
 * Opens a new draft with a state; tells whether it is open.
 * @param {FillPage} page
 * @param {string} name
 * @param {State} state
 */
async function begin(page, name, state) {
  if (!(await page.ready(state))) return false;
  await page.toolbar.switcher.create(name, state);
  return page.store.state === state;
}

/**
 * Replaces the state after saving the present one as a version; tells so, with a button that undoes it.
 * @param {FillPage} page
 * @param {{why: string, done: string}} told by the name of the version, and to the reader
 * @param {import("../drafts/state.js").StoredState} stored
 */
async function apply(page, { why, done }, stored) {
  const { store, toolbar: { switcher } } = page;
  const state = await page.ready(stored);
  if (!state) return;
  const isSaved = await saveVersion(switcher, why);
  const replaced = countEntered(store.state.facts) - countEntered(switcher.fresh.facts);
  store.change(why, state);
  tellUndoable(store, replaced > 0 ? `${done}，原来填的${String(replaced)}项换掉了` : done);
  switcher.note(`原来的内容可用“撤销”${isSaved ? "或“恢复以前的内容”" : ""}找回`);
}

/**
 * Saves the present state as a version before it is replaced; tells whether that worked.
 * @param {import("../drafts/draft_switcher.js").DraftSwitcher} switcher
 * @param {string} why
 */
async function saveVersion(switcher, why) {
  const { database, store } = switcher;
  if (!database || !(await switcher.flush()) || switcher.draft.revision === 0) return false;
  return database.addVersion(switcher.draft.id, store.state, why).then(
    () => true,
    () => false,
  );
}
