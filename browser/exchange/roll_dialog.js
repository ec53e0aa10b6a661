// The dialog 写下一期: what the next period is compared with, whose figures those are, and whether the plans
// come back to be reported on; then what is to be changed in the new draft.

import lists from "../../macros/library/plan_lists.json" with { type: "json" };
import { recordsOf } from "../drafts/list_records.js";
import { periodOf } from "../facts/paths.js";
import { parsePeriod } from "../figures/periods.js";
import { wordsOfOldPeriod } from "../library/old_period.js";
import { makeButton } from "../page/button.js";
import { openDialog } from "../page/dialog.js";
import { make } from "../page/elements.js";
import { BASE_NAMES, comparedPeriod, misfit, usualBase } from "./comparison.js";
import { rollForward } from "./roll_forward.js";

/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("../figures/periods.js").Period} Period */
/** @typedef {import("../library/summary.js").Summary} Summary */
/** @typedef {import("./comparison.js").Base} Base */
/** @typedef {{name: string, state: State}} Source a draft or a file that can give figures */

/**
 * What the dialog needs of the page.
 * @typedef {object} Rolling
 * @property {() => Summary} summary of the draft that is shown
 * @property {State} state
 * @property {Source[]} others the other drafts of the archetype, the last saved first
 * @property {(file: File) => Promise<Source>} read fails with a message for the reader
 * @property {(name: string, state: State) => Promise<boolean>} create opens a new draft
 */

const UNSAID = "请先填“总结时段”，才知道下一期是哪一期。";
const MOST_LISTED = 20;
const ACCEPTED = ".json,.xlsx";

/** @param {Rolling} rolling */
export function openRollDialog(rolling) {
  const ended = periodOf(rolling.state.facts);
  const isLast = ended && !parsePeriod(ended.following.code);
  if (ended && !isLast) new RollDialog(rolling, ended).open();
  else openDialog("还不能写下一期", [make("p", {}, ended ? `${ended.text}之后的时段写不了。` : UNSAID)], []);
}

class RollDialog {
  /** @type {Source[]} what the reader has chosen from files */
  #files = [];

  /**
   * @param {Rolling} rolling
   * @param {Period} ended
   */
  constructor(rolling, ended) {
    this.rolling = rolling;
    this.ended = ended;
    this.base = usualBase(rolling.state.facts);
    this.source = make("select", { id: "roll-source" });
    this.note = make("p", { role: "status" });
    this.reports = make("input", { type: "checkbox", id: "roll-plans" });
    this.reports.checked = true;
    this.source.addEventListener("change", () => {
      this.#describe();
    });
  }

  open() {
    const next = this.ended.following.text;
    const intro = `照这份新建一份${next}的草稿，上期的数先填好；现在这份原样保留。`;
    const rest = "本期数、计划数和日期清空。文字、选项、列表和自己的话沿用；逐项核对之前，文稿只作草稿。";
    const body = [make("p", {}, intro), this.#bases(), this.#sources(), this.note, this.#plans(), make("p", {}, rest)];
    openDialog("写下一期", body.filter((part) => part !== ""), [["新建草稿", () => void this.#roll()]]);
    this.#offer();
  }

  get compared() {
    return comparedPeriod(this.ended, this.base);
  }

  // --- what is compared with ---

  #bases() {
    const bases = /** @type {Base[]} */ (Object.keys(BASE_NAMES));
    if (this.ended.equals(this.ended.following.yearBefore)) return "";
    return make("fieldset", { class: "roll-bases" }, make("legend", {}, "与哪一期比较"), ...bases.map((base) => this.#radio(base)));
  }

  /** @param {Base} base */
  #radio(base) {
    const input = make("input", { type: "radio", name: "roll-base", id: `roll-${base}` });
    input.checked = base === this.base;
    input.addEventListener("change", () => {
      this.base = base;
      this.#offer();
    });
    const text = `${BASE_NAMES[base]}（${comparedPeriod(this.ended, base).text}）`;
    return make("label", { for: input.id }, input, text);
  }

  // --- whose figures ---

  #sources() {
    const file = makeButton("从文件取…", () => {
      this.#choose();
    });
    const label = make("label", { for: this.source.id }, "上期数取自");
    return make("p", { class: "editor-title" }, label, this.source, file);
  }

  /** The drafts that can give the figures: this one where its period is compared with, and others. */
  #candidates() {
    const { state, others } = this.rolling;
    const own = this.compared.equals(this.ended) ? [{ name: "这份草稿", state }] : [];
    const fitting = [...this.#files, ...others].filter((one) => !misfit(state.facts, one.state.facts, this.compared));
    return [...own, ...fitting];
  }

  #offer() {
    const options = this.#candidates().map(({ name }, index) => make("option", { value: String(index) }, name));
    this.source.replaceChildren(...options, make("option", { value: "" }, "不取，上期数留空"));
    this.#describe();
  }

  #describe() {
    const { text } = this.compared;
    const none = `没有${text}的数据：上期数留空，不用其他时段的数代替。`;
    this.note.textContent = this.source.value ? "" : none;
  }

  #choose() {
    const input = make("input", { type: "file", accept: ACCEPTED, class: "visually-hidden" });
    input.addEventListener("change", () => {
      const [file] = input.files ?? [];
      input.remove();
      if (file) void this.#add(file);
    });
    this.note.after(input);
    input.click();
  }

  /** @param {File} file */
  async #add(file) {
    try {
      const source = await this.rolling.read(file);
      const wrong = misfit(this.rolling.state.facts, source.state.facts, this.compared);
      if (wrong) throw new Error(`${wrong}。`);
      this.#files = [source, ...this.#files];
      this.#offer();
      const added = this.#candidates().findIndex(({ state }) => state === source.state);
      this.source.value = String(added);
      this.note.textContent = "";
    } catch (error) {
      this.note.textContent = `“${file.name}”不能用来比：${/** @type {Error} */ (error).message}`;
    }
  }

  // --- the plans ---

  #plans() {
    const count = recordsOf(this.rolling.state.facts, lists.plans).length;
    if (count === 0) return "";
    const text = `上期打算${String(count)}条转为“上期打算落实情况”一节，逐条答复；下一步打算重新写`;
    return make("p", {}, make("label", { for: this.reports.id }, this.reports, text));
  }

  // --- the new draft ---

  async #roll() {
    const { summary, state, create } = this.rolling;
    const source = this.source.value ? this.#candidates()[Number(this.source.value)] : undefined;
    const given = source ? source.state : { facts: {}, content: {} };
    const reports = this.reports.checked;
    const next = rollForward(summary(), state, { base: this.base, source: given, reports });
    const name = `${summary().archetype.short} ${this.ended.following.text}`;
    if (await create(name, next)) this.#tell(next, source);
  }

  /**
   * Says what is to be changed in the new draft.
   * @param {State} next
   * @param {Source | undefined} source
   */
  #tell(next, source) {
    const figures = source ? `上期数取自“${source.name}”` : "上期数留空";
    const found = wordsOfOldPeriod(this.rolling.summary(), next.facts, next.headings);
    const items = found.slice(0, MOST_LISTED).map(({ where, words }) => make("li", {}, `${where}：${words.join("、")}`));
    const more = found.length > MOST_LISTED ? `等${String(found.length)}处` : "";
    const listed = [
      make("p", {}, `下面的文字说的是上一期${more}，请改；没有改的，“核对”里还会列出：`),
      make("ul", { class: "review-warnings" }, ...items),
    ];
    const head = `已建立${this.ended.following.text}的草稿，与${this.compared.text}比较，${figures}。`;
    openDialog("下一期已建好", [make("p", {}, head), ...(found.length > 0 ? listed : [])], []);
  }
}
