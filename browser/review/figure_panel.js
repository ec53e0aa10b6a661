// The panel that takes the figures of a text into a draft: which kind of summary, which draft, which figures.

import { frameFacts } from "../extraction/frame_facts.js";
import { guessKind } from "../extraction/guess.js";
import { withFacts } from "../extraction/known_facts.js";
import { statedFigures } from "../extraction/stated_figures.js";
import { textPeriod } from "../extraction/text_period.js";
import { EMPTY } from "../drafts/state.js";
import { labelAt } from "../facts/paths.js";
import { makeButton } from "../page/button.js";
import { make, putText } from "../page/elements.js";
import { loadScript } from "../page/lazy_script.js";
import { timeText } from "../page/time_text.js";
import { DraftTarget, failure } from "./draft_target.js";
import { figureRows, fitOf, mistakeOf, withRows } from "./figure_rows.js";
import { FigureTable } from "./figure_table.js";

/** @typedef {import("../prose/types.js").Prose} Prose */
/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {import("../schema/types.js").Library} Library */
/** @typedef {import("../drafts/draft_database.js").Draft} Draft */
/**
 * What tells a kind of summary apart; `facts` are the names of those that are entered for it.
 * @typedef {Omit<Archetype, "facts"> & { aliases: string[], headings: string[], facts: string[] }} Kind
 */

const FOLDER = "assets/js/";
const LIBRARY = "summariesLibrary";
const NEW = "";
const NOT_SURE = "看不出是哪一种总结，请先选范本。";
/** @type {Record<import("./figure_rows.js").Fit, string>} */
const FITS = {
  same: "",
  base: "原文写的是这份草稿用来比较的时段，所以原文的本期数填到“上期”一栏。",
  other: "原文的时段与这份草稿的不同，所以都没有勾。请确认没有选错草稿。",
};

/** Shows what a text states, and fills in what the reader confirms. */
export class FigurePanel {
  /** @type {Draft[]} of the chosen kind */
  #drafts = [];
  /** @type {import("../extraction/types.js").StatedFigure[]} */
  #figures = [];

  /**
   * @param {Prose} prose
   * @param {Kind[]} kinds
   * @param {() => void} closed
   */
  constructor(prose, kinds, closed) {
    this.prose = prose;
    this.kinds = kinds;
    const { kind, likely } = guessKind(prose, kinds);
    this.kindChoice = select("figures-kind", [...(likely ? [] : [/** @type {[string, string]} */ ([NEW, "请选"])]), ...kinds.map(({ id, short }) => /** @type {[string, string]} */ ([id, short]))]);
    this.kindChoice.value = likely && kind ? kind.id : NEW;
    this.draftChoice = select("figures-draft", [[NEW, "新草稿"]]);
    this.table = new FigureTable(prose.text, () => { this.#count(); });
    this.note = make("p", { class: "figures-fit" });
    this.status = make("p", { class: "figures-status", role: "status" });
    this.fill = makeButton("填进草稿", () => void this.#fill(), { class: "proof-main" });
    this.heading = make("h2", { id: "figures-title", tabindex: "-1" }, "把数字填进表单");
    const choices = make("div", { class: "figures-choices" }, labelled("总结的种类", this.kindChoice), labelled("填进", this.draftChoice));
    const bar = make("div", { class: "figures-bar" }, this.fill, makeButton("关闭", closed), this.status);
    this.element = make("section", { class: "figures", "aria-labelledby": "figures-title" }, this.heading, choices, this.note, this.table.element, bar);
    this.kindChoice.addEventListener("change", () => void this.choose());
    this.draftChoice.addEventListener("change", () => { this.show(); });
  }

  /** Looks for the figures of the chosen kind, and for its drafts. */
  async choose() {
    const kind = this.kinds.find(({ id }) => id === this.kindChoice.value);
    this.archetype = undefined;
    if (!kind) {
      this.#clear(NOT_SURE);
      return;
    }
    const library = await libraryOf(kind.form);
    this.archetype = { ...withFacts(kind, library.facts, kind.facts), sections: library.sections };
    this.#figures = [...frameFacts(this.prose, this.archetype.facts), ...statedFigures(this.prose, this.archetype)];
    await this.#list();
  }

  /** Lists the drafts, a new one first. */
  async #list() {
    if (!this.archetype) return;
    this.target = new DraftTarget(this.archetype);
    this.#drafts = await this.target.drafts();
    const chosen = this.draftChoice.value;
    this.draftChoice.replaceChildren(
      make("option", { value: NEW }, "新草稿"),
      ...this.#drafts.map(({ id, name, saved }) => make("option", { value: id }, `${name}（${timeText(saved)}存）`)),
    );
    this.draftChoice.value = this.#drafts.some(({ id }) => id === chosen) ? chosen : NEW;
    this.show();
  }

  /** Shows the figures beside those of the chosen draft. */
  show() {
    if (!this.archetype) return;
    const { facts } = this.#state;
    const fit = fitOf(this.period, facts);
    const rows = figureRows(this.#figures, this.archetype.facts, facts, fit);
    this.table.show(rows, this.archetype.facts, this.draft?.state.facts ?? {});
    putText(this.note, rows.length === 0 ? "没有认出这种总结的数字。请看种类选对没有。" : FITS[fit]);
    this.table.element.hidden = rows.length === 0;
    this.note.hidden = this.note.textContent === "";
    this.#count();
  }

  get draft() {
    return this.#drafts.find(({ id }) => id === this.draftChoice.value);
  }

  get period() {
    return this.archetype && textPeriod(this.prose, this.archetype.periods, new Date());
  }

  /** The state that is filled into: the draft's, or a new one of the period of the text. */
  get #state() {
    if (this.draft) return this.draft.state;
    const { period } = this;
    if (!period) return EMPTY;
    const figures = this.#figures.filter(({ path, sure }) => sure && path.endsWith(".last"));
    const before = figures.filter(({ comparison }) => comparison === "period").length;
    const base = before > figures.length / 2 ? period.preceding : period.yearBefore;
    return { ...EMPTY, facts: { period: period.code, last_period: base.code } };
  }

  #count() {
    const { length } = this.table.chosen;
    putText(this.fill, `填进草稿（${String(length)}项）`);
    this.fill.disabled = length === 0;
    const { same } = this.table;
    putText(this.status, same > 0 ? `${String(same)}项与草稿相同，不用填。` : "");
  }

  /** @param {string} why */
  #clear(why) {
    this.table.element.replaceChildren();
    this.note.hidden = false;
    putText(this.note, why);
    this.fill.disabled = true;
  }

  async #fill() {
    const { archetype, target, draft } = this;
    if (!archetype || !target) return;
    const rows = this.table.chosen;
    const mistake = mistakeOf(rows, archetype.facts, (path) => labelAt(archetype.facts, path));
    if (mistake) {
      putText(this.status, mistake);
      return;
    }
    try {
      const state = this.#state;
      const facts = withRows(state.facts, rows, archetype.facts);
      const name = this.prose.title || `${archetype.short}草稿`;
      const filled = draft ? await target.fill(draft, facts) : await target.begin(name, { ...state, facts });
      this.#done(filled, draft, rows.length);
    } catch (error) {
      await this.#list();
      putText(this.status, failure(error));
    }
  }

  /**
   * Says what was done, with the way to the draft and back.
   * @param {Draft} filled
   * @param {Draft | undefined} before
   * @param {number} count
   */
  #done(filled, before, count) {
    const link = make("a", { href: `fill/${filled.archetype}.html` }, "打开这份草稿");
    const undo = makeButton("撤销", () => void this.#undo(filled, before));
    const words = before ? `已把${String(count)}项填进“${filled.name}”，原来的内容可在填写页的“恢复以前的内容”里找回。` : `已存为新草稿“${filled.name}”，填了${String(count)}项。`;
    this.#drafts = [filled, ...this.#drafts.filter(({ id }) => id !== filled.id)];
    this.draftChoice.replaceChildren(
      make("option", { value: NEW }, "新草稿"),
      ...this.#drafts.map(({ id, name }) => make("option", { value: id }, name)),
    );
    this.draftChoice.value = filled.id;
    this.show();
    this.status.replaceChildren(words, link, undo);
    link.focus();
  }

  /**
   * @param {Draft} filled
   * @param {Draft | undefined} before
   */
  async #undo(filled, before) {
    try {
      await this.target?.undo(filled, before);
      await this.#list();
      putText(this.status, before ? `已撤销，“${filled.name}”恢复原来的内容。` : `已撤销，“${filled.name}”放进了已删除的草稿。`);
    } catch (error) {
      await this.#list();
      putText(this.status, failure(error));
    }
    this.heading.focus();
  }
}

/** @type {Map<string, Library>} */
const LIBRARIES = new Map();

/**
 * The library in a form; both forms have the same name in the window, so each is taken from there.
 * @param {string} form
 */
async function libraryOf(form) {
  const known = LIBRARIES.get(form) ?? /** @type {Library} */ (await loadScript(`library-${form}.js`, LIBRARY, FOLDER));
  Reflect.deleteProperty(window, LIBRARY);
  LIBRARIES.set(form, known);
  return known;
}

/**
 * @param {string} id
 * @param {[string, string][]} options
 */
function select(id, options) {
  return make("select", { id, autocomplete: "off" }, ...options.map(([value, text]) => make("option", { value }, text)));
}

/**
 * @param {string} text
 * @param {HTMLSelectElement} control
 */
function labelled(text, control) {
  return make("span", {}, make("label", { for: control.id }, text), control);
}
