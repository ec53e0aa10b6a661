// The dialog before a draft is rolled forward: what the next period is compared with, and whether the plans
// come back to be reported on.

import { checkbox, make } from "../page/elements.js";
import { openDialog } from "../page/dialog.js";
import { loadBundle } from "../exchange/lazy_own.js";
import { parsePeriod } from "../figures/periods.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {import("../drafts/draft_database.js").Draft} Draft */
/** @typedef {import("../exchange/roll_forward.js").Choice} Choice */
/** @typedef {import("../figures/periods.js").Period} Period */

/**
 * Opens the dialog.
 * @param {FillPage} page
 * @param {import("./draft_list.js").DraftList} list
 */
export async function openRollDialog(page, list) {
  const bundle = await loadBundle().catch((/** @type {unknown} */ error) => error);
  if (bundle instanceof Error) {
    openDialog("没有结转", [make("p", { role: "alert" }, bundle.message)], []);
    return;
  }
  const { rollForward, rollNotes } = /** @type {import("../exchange/lazy_own.js").OwnBundle} */ (bundle);
  const { state } = page.store;
  const period = periodIn(state.facts);
  if (!period) {
    openDialog("还不能结转", [make("p", {}, "请先填“总结时段”，结转要知道下一期是哪一期。")], []);
    return;
  }
  const { archetype } = page.live.summary;
  const before = period.following.yearBefore;
  const source = before.equals(period) ? undefined : await draftOf(list, state.facts, before);
  const compare = compareChoice(state.facts, period, before, source);
  const plans = planChoice(state.facts);
  const roll = () => {
    /** @type {Choice} */
    const choice = {
      ...(compare.isYearBefore() && { earlier: { code: before.code, facts: source?.state.facts ?? null } }),
      ...(plans?.input.checked && { outline: page.live.summary.outline }),
    };
    const next = rollForward(archetype, state, choice);
    void page.ready(next).then((shown) => {
      if (shown) void list.switcher.create(`${archetype.short} ${period.following.text}`, shown);
    });
  };
  const notes = rollNotes(archetype, state, rollForward(archetype, state)).map((text) => make("p", {}, text));
  const body = [...compare.elements, ...(plans ? [make("p", {}, plans.label)] : []), ...notes];
  openDialog("结转下期", body, [["结转", roll]]);
}

/** @param {import("../schema/types.js").Facts} facts */
function periodIn({ period }) {
  return typeof period === "string" ? parsePeriod(period) : null;
}

/**
 * The last saved draft of the same unit for a period.
 * @param {import("./draft_list.js").DraftList} list
 * @param {import("../schema/types.js").Facts} facts
 * @param {Period} period
 */
async function draftOf(list, facts, period) {
  const { database, archetype } = list.switcher;
  const stored = await database?.list(archetype).catch(() => undefined);
  return stored?.drafts.find(({ deleted, state }) => {
    const own = periodIn(state.facts);
    return !deleted && own?.equals(period) && state.facts["org"] === facts["org"];
  });
}

/**
 * The choice of what the next period is compared with; none where both are the same.
 * @param {import("../schema/types.js").Facts} facts
 * @param {Period} period
 * @param {Period} before
 * @param {Draft | undefined} source
 */
function compareChoice(facts, period, before, source) {
  if (before.equals(period)) {
    return { elements: [make("p", {}, `同${period.text}比，本期数成为上期数。`)], isYearBefore: () => false };
  }
  const last = typeof facts["last_period"] === "string" ? parsePeriod(facts["last_period"]) : null;
  const figures = source
    ? `上期数取自草稿“${source.name}”`
    : "本机没有那一期的草稿，上期数结转后再填；有那一期的文件，可先新建草稿导入，再来结转";
  const year = radio(`同上年同期（${before.text}）比，${figures}`, last?.equals(period.yearBefore) ?? true);
  const previous = radio(`同上一期（${period.text}）比，本期数成为上期数`, !year.input.checked);
  const legend = make("legend", {}, `${period.following.text}的数同哪一期比`);
  const set = make("fieldset", { class: "roll-compare" }, legend, year.label, previous.label);
  return { elements: [set], isYearBefore: () => year.input.checked };
}

/**
 * @param {string} text
 * @param {boolean} checked
 */
function radio(text, checked) {
  const input = make("input", { type: "radio", name: "roll-compare", autocomplete: "off" });
  input.checked = checked;
  return { input, label: make("label", {}, input, text) };
}

/** @param {import("../schema/types.js").Facts} facts */
function planChoice({ plans }) {
  if (!Array.isArray(plans) || plans.length === 0) return null;
  return checkbox(`把这期的${String(plans.length)}条打算列成“上期打算落实情况”一节，逐条填进展`, true);
}
