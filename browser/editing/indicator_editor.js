// The dialog for an indicator of one's own: its name, kind and unit, or the two it is computed from.

import { checkbox, make } from "../page/elements.js";
import { normalise } from "../facts/normalise.js";
import { parseDay } from "../figures/periods.js";
import { openDialog } from "../page/dialog.js";
import { isNumber } from "../schema/fact_types.js";
import { freshName } from "./content_changes.js";
import { entryNamed, loadDictionary, nameChoices } from "./dictionary.js";
import { usesOf } from "./indicator_uses.js";

/** @typedef {import("./editing.js").Editing} Editing */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */

/** @type {[string, string][]} */
const KINDS = [
  ["count", "整数"],
  ["decimal", "带小数的数"],
  ["rate", "比率（两个指标相除，%）"],
  ["quotient", "比值（两个指标相除，带单位）"],
  ["text", "文字"],
  ["date", "日期"],
];
const COMPUTED = ["rate", "quotient"];
const COUNTED = ["count", "decimal"];
const SMALL_SHARES = ["‰", "1/10万"]; // a rate is in % unless the dictionary says otherwise
const DATE = /** @type {FactSpec} */ ({ label: "", hint: "", topic: "", type: "date", to_day: true });
const IN_LABELS = /[〔〕·|]/;
/** @type {Record<string, string>} */
const SIDES = { last: "有上期数", plan: "有计划数" };

/**
 * Opens the dialog for an indicator that the draft has, or for a new one, whose label may be known.
 * @param {Editing} editing
 * @param {{name?: string | undefined, label?: string}} which
 * @param {(name: string) => void} [done] once it is saved and the dialog closed
 */
export function openIndicatorEditor(editing, { name, label = "" }, done) {
  const old = name ? editing.content.own?.facts?.[name] : undefined;
  const form = new IndicatorForm(editing, name, old, old?.label ?? label);
  const save = () => {
    const spec = form.spec();
    if (!spec) return false;
    const own = name ?? freshName("own_");
    editing.putFact(own, spec, form.asOf);
    window.setTimeout(() => done?.(own));
    return true;
  };
  /** @type {[string, () => unknown][]} */
  const remove = name
    ? [
        [
          "删除这个指标",
          () => {
            editing.removeFact(name);
          },
        ],
      ]
    : [];
  openDialog(old ? `改指标：${old.label}` : "＋指标", form.elements, [["保存", save], ...remove]);
  form.label.focus();
}

class IndicatorForm {
  /** @type {import("./dictionary.js").DictionaryEntry[]} */
  dictionary = [];

  /**
   * @param {Editing} editing
   * @param {string | undefined} name
   * @param {FactSpec | undefined} old
   * @param {string} label
   */
  constructor(editing, name, old, label) {
    this.editing = editing;
    this.name = name;
    const text = (/** @type {string} */ id, /** @type {string} */ value) =>
      make("input", { type: "text", id, value, autocomplete: "off" });
    this.label = text("indicator-label", label);
    this.unit = text("indicator-unit", old?.unit ?? "");
    this.kind = select("indicator-kind", KINDS, old?.type ?? "count");
    const numbers = figures(editing, name);
    this.numerator = select("indicator-numerator", numbers, old?.numerator ?? "");
    this.denominator = select("indicator-denominator", numbers, old?.denominator ?? "");
    this.sides = Object.entries(SIDES).map(([side, words]) => {
      const input = make("input", { type: "checkbox", id: `indicator-${side}` });
      input.checked = old ? (old.series?.some((one) => one === side) ?? false) : side === "last";
      return { side, input, element: make("label", { for: input.id }, input, words) };
    });
    this.approx = checkbox("只有概数，如“1.2万余”“十余”", old?.approx ?? false);
    this.day = text("indicator-day", (name && editing.content.marks?.as_of?.[name]) ?? "");
    this.message = make("p", { class: "field-problem", role: "alert" });
    this.known = make("p", { class: "fact-hint", role: "status" });
    this.basis = make("p", { class: "fact-hint", role: "status" });
    this.elements = this.#elements(old);
    this.kind.addEventListener("change", () => {
      this.#show();
    });
    this.label.addEventListener("input", () => {
      this.#takeOver();
      this.#show();
    });
    this.label.addEventListener("focus", () => void this.#offer(), { once: true });
    this.#show();
  }

  async #offer() {
    this.dictionary = await loadDictionary();
    this.label.after(nameChoices("indicator-names", this.dictionary));
    this.label.setAttribute("list", "indicator-names");
  }

  /** Fills in what the dictionary says of an indicator with this name. */
  #takeOver() {
    const entry = entryNamed(this.dictionary, this.label.value.trim(), this.editing.specs);
    this.basis.textContent = entry?.basis ?? "";
    if (!entry) return;
    this.kind.value = entry.kind;
    this.unit.value = entry.unit;
    this.numerator.value = entry.numerator;
    this.denominator.value = entry.denominator;
  }

  /** @param {FactSpec | undefined} old */
  #elements(old) {
    const uses = old && this.name ? usesOf(this.editing, this.name) : [];
    const where = uses.length > 0 ? [make("p", { class: "fact-hint" }, `现用于：${uses.join("、")}`)] : [];
    this.counted = make(
      "div",
      {},
      make("p", { class: "editor-title" }, ...this.sides.map(({ element }) => element), this.approx.label),
      line("这项数据的截止日期（与全文不同的才填，如 2026-05-31）", this.day),
    );
    this.computed = make(
      "div",
      {},
      line("分子（被除的数）", this.numerator),
      line("分母（除以）", this.denominator),
    );
    this.unitLine = line("单位（如：人、次、万元）", this.unit);
    return [
      line("名称（写全，如：医养签约老人）", this.label),
      this.known,
      this.basis,
      line("种类", this.kind),
      this.unitLine,
      this.counted,
      this.computed,
      ...where,
      this.message,
    ];
  }

  #show() {
    const kind = this.kind.value;
    if (this.counted) this.counted.hidden = !COUNTED.includes(kind);
    if (this.computed) this.computed.hidden = !COMPUTED.includes(kind);
    if (this.unitLine) this.unitLine.hidden = !COUNTED.includes(kind) && kind !== "quotient";
    const known = alike(this.editing, this.label.value.trim(), this.name);
    this.known.textContent = known.length > 0 ? `已有指标：${known.join("、")}。相同的直接用，不必再加。` : "";
  }

  /** The day to which the figure was counted, in strict form; an empty text where it is the summary's. */
  get asOf() {
    return COUNTED.includes(this.kind.value) ? normalise(this.day.value, DATE) : "";
  }

  /** The indicator as it is declared; null, with the reason shown, where it cannot be. */
  spec() {
    const why = this.#mistake();
    this.message.textContent = why;
    if (why) return null;
    const type = /** @type {FactSpec["type"]} */ (this.kind.value);
    const series = this.sides.filter(({ input }) => input.checked).map(({ side }) => side);
    const unit = this.unit.value.trim();
    const isCounted = COUNTED.includes(type);
    return /** @type {FactSpec} */ ({
      label: this.label.value.trim(),
      type,
      ...((isCounted || type === "quotient" || (type === "rate" && SMALL_SHARES.includes(unit))) && unit && { unit }),
      ...(isCounted && series.length > 0 && { series }),
      ...(isCounted && this.approx.input.checked && { approx: true }),
      ...(COMPUTED.includes(type) && { numerator: this.numerator.value, denominator: this.denominator.value }),
    });
  }

  #mistake() {
    const label = this.label.value.trim();
    if (!label) return "请写名称。";
    if (IN_LABELS.test(label)) return "名称里不能有〔〕·|这几个符号。";
    const same = Object.entries(this.editing.specs).some(
      ([name, spec]) => name !== this.name && [spec.label, ...(spec.aliases ?? [])].includes(label),
    );
    if (same) return `已有叫“${label}”的指标，直接用它，或换一个名称。`;
    if (this.asOf && !parseDay(this.asOf)) return "这项数据的截止日期有误，应如 2026-05-31。";
    if (COUNTED.includes(this.kind.value) && !this.unit.value.trim()) return "请写单位，如：人、次、万元。";
    if (!COMPUTED.includes(this.kind.value)) return "";
    if (!this.numerator.value || !this.denominator.value) return "请选分子和分母；没有的，先用“＋指标”各加一个。";
    return this.numerator.value === this.denominator.value ? "分子和分母不能是同一个指标。" : "";
  }
}

/**
 * The labels of facts that a name is like.
 * @param {Editing} editing
 * @param {string} label
 * @param {string | undefined} own
 */
function alike({ specs }, label, own) {
  if (label.length < 2) return [];
  const found = Object.entries(specs).filter(
    ([name, spec]) => name !== own && [spec.label, ...(spec.aliases ?? [])].some((one) => one.includes(label) || label.includes(one)),
  );
  return found.slice(0, 5).map(([, spec]) => spec.label);
}

/**
 * The facts that can be divided, those of this summary first.
 * @param {Editing} editing
 * @param {string | undefined} own
 * @returns {[string, string][]}
 */
function figures({ specs, composer }, own) {
  const here = composer.summary.specs;
  const names = Object.keys(specs).filter((name) => name !== own && specs[name] && isNumber(specs[name]) && !specs[name].approx);
  const sorted = [...names.filter((name) => name in here), ...names.filter((name) => !(name in here))];
  return [["", "请选"], ...sorted.map((name) => /** @type {[string, string]} */ ([name, specs[name]?.label ?? name]))];
}

/**
 * @param {string} id
 * @param {[string, string][]} options
 * @param {string} value
 */
function select(id, options, value) {
  const made = options.map(([option, words]) => make("option", { value: option }, words));
  const element = make("select", { id, autocomplete: "off" }, ...made);
  element.value = value;
  return element;
}

/**
 * @param {string} caption
 * @param {HTMLElement} control
 */
function line(caption, control) {
  return make("p", { class: "editor-title" }, make("label", { for: control.id }, caption), control);
}
