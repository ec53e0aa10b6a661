// Finds facts that hardly go together, though each is allowed: figures, records, days; mirrors
// macros/library/unlikely_relations.py.

import { isEarlier } from "../facts/consistency.js";
import { SIDES } from "../facts/entries.js";
import { figureOf, sidePath } from "../facts/parts.js";
import { labelAt } from "../facts/paths.js";
import { now, total } from "../figures/arithmetic.js";
import { DayValue, PeriodValue, Rows } from "../figures/values.js";
import { traitsOf } from "../schema/fact_types.js";
import { findingKey } from "./finding_keys.js";

/** @typedef {import("../figures/values.js").Figure} Figure */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("./unlikely_values.js").Unlikely} Unlikely */
/** @typedef {"now" | "last" | "plan"} Side */

/**
 * What hardly goes together, fact by fact, among what the text shows.
 * @param {import("./summary.js").Summary} summary
 * @param {import("../facts/context.js").Context} context
 * @param {import("./unlikely_values.js").Shown} shown
 * @returns {Unlikely[]}
 */
export function unlikelyRelations(summary, context, shown) {
  return new RelationsFinder(summary, context, shown).found();
}

class RelationsFinder {
  #specs;
  #context;
  #shown;
  #period;
  #signed;

  /**
   * @param {import("./summary.js").Summary} summary
   * @param {import("../facts/context.js").Context} context
   * @param {import("./unlikely_values.js").Shown} shown
   */
  constructor({ specs, archetype }, context, shown) {
    this.#specs = specs;
    this.#context = context;
    this.#shown = shown;
    const period = context.fact("period");
    this.#period = period instanceof PeriodValue ? period.period : null;
    const days = archetype.frame.date.entered.map((/** @type {string} */ name) => context.fact(name));
    this.#signed = days.find((day) => day instanceof DayValue);
  }

  found() {
    return Object.entries(this.#specs).flatMap(([name, spec]) => (this.#shown(name) ? this.#ofFact(name, spec) : []));
  }

  /**
   * @param {string} name
   * @param {FactSpec} spec
   * @returns {Unlikely[]}
   */
  #ofFact(name, spec) {
    const { at_most: limits = [], apart_from: others = [] } = spec;
    const fact = this.#context.fact(name);
    return [
      ...limits.filter(this.#shown).flatMap((other) => this.#above(name, spec, other)),
      ...others.filter(this.#shown).flatMap((other) => this.#togetherAbove(name, spec, other)),
      ...this.#meanBelowLine(name, spec),
      ...(fact instanceof Rows ? saidTwice(name, spec, fact) : []),
      ...this.#days(name, spec),
    ];
  }

  // --- figures ---

  /**
   * @param {string} name
   * @param {Side} side
   */
  #figure(name, side) {
    const fact = this.#shown(name) ? this.#context.fact(name) : undefined;
    if (fact instanceof Rows) return side === "now" ? sumOfRows(this.#specs[name], fact) : null;
    return fact ? figureOf(this.#context, name, side) : null;
  }

  /** @param {string} name */
  #label(name) {
    return `“${String(this.#specs[name]?.label)}”`;
  }

  /**
   * @param {string} name
   * @param {FactSpec} spec
   * @param {string} other
   */
  #above(name, { fields }, other) {
    const together = fields ? "各条加起来" : "";
    return SIDES.flatMap((side) => {
      const [a, b] = [this.#figure(name, side), this.#figure(other, side)];
      const most = a && b && (isRough(a, b) ? b.base.plus(b.base) : b.base);
      if (!a || !b || !most || a.base.compare(most) <= 0) return [];
      const what = `${this.#label(name)}${together}${a.text}大于${this.#label(other)}${b.text}，请核对`;
      return [this.#unlikely(name, side, `${a.text}/${b.text}`, what)];
    });
  }

  /**
   * Parts without overlap, neither too large, that are so together.
   * @param {string} name
   * @param {FactSpec} spec
   * @param {string} other
   */
  #togetherAbove(name, { part_of: wholes = [] }, other) {
    const pairs = wholes.filter(this.#shown).flatMap((whole) => SIDES.map((side) => ({ whole, side })));
    return pairs.flatMap(({ whole, side }) => {
      const [a, b, most] = [name, other, whole].map((one) => this.#figure(one, side));
      if (!a || !b || !most || [a, b].some((part) => part.base.compare(most.base) > 0)) return [];
      if (a.base.plus(b.base).compare(most.base) <= 0) return [];
      const both = `${this.#label(name)}${a.text}和${this.#label(other)}${b.text}`;
      const what = `${both}加起来大于${this.#label(whole)}${most.text}，请核对`;
      return [this.#unlikely(name, side, `${a.text}/${b.text}/${most.text}`, what)];
    });
  }

  /**
   * A mean below the line that all have reached, or above one that nobody has.
   * @param {string} name
   * @param {FactSpec} spec
   */
  #meanBelowLine(name, { part_of: [first = ""] = [], line: limit = "", mean: average = "" }) {
    const [passed, whole, line, mean] = [name, first, limit, average].map((one) =>
      one in this.#specs ? this.#figure(one, "now") : null,
    );
    if (!passed || !whole || !line || !mean) return [];
    if (passed.base.sign !== 0 && passed.base.compare(whole.base) !== 0) return [];
    const low = mean.base.compare(line.base) < 0;
    if (low !== (passed.base.sign !== 0)) return [];
    const reached = `${this.#label(limit)}${line.text}${passed.base.sign ? "都达到" : "没有一个达到"}`;
    const what = `${reached}，${this.#label(average)}却${low ? "只有" : "有"}${mean.text}，请核对`;
    return [this.#unlikely(average, "now", `${passed.text}/${mean.text}`, what)];
  }

  /**
   * @param {string} name
   * @param {Side} side
   * @param {string} value
   * @param {string} what
   */
  #unlikely(name, side, value, what) {
    return unlikely(sidePath(name, this.#specs[name], side), value, what);
  }

  // --- days ---

  /**
   * @param {string} name
   * @param {FactSpec} spec
   */
  #days(name, { in_period: inside, fields = {} }) {
    const fact = this.#context.fact(name);
    const own = inside ? this.#day(name, fact) : [];
    const dated = Object.keys(fields).filter((field) => fields[field]?.in_period);
    const rows = fact instanceof Rows ? fact.rows : [];
    const inRows = rows.flatMap((row, index) =>
      dated.flatMap((field) => this.#day(`${name}[${String(index)}].${field}`, row[field])),
    );
    return [...own, ...inRows];
  }

  /**
   * @param {string} path
   * @param {unknown} value
   */
  #day(path, value) {
    if (!(value instanceof DayValue) || !this.#period) return [];
    const { day, text } = value;
    const label = `“${labelAt(this.#specs, path)}”是${text}`;
    const { first, last } = this.#period.months;
    const month = day.year * 12 + day.month - 1;
    if (month < first || month > last) return [unlikely(path, text, `${label}，不在${this.#period.text}之内，请核对`)];
    const signed = this.#signed;
    if (!(signed instanceof DayValue) || !isEarlier(signed.day, day)) return [];
    return [unlikely(path, `${text}/${signed.text}`, `${label}，晚于成文日期${signed.text}，请核对`)];
  }
}

/** @param {Figure[]} figures */
function isRough(...figures) {
  return figures.some(({ near, over }) => near || over);
}

/** @param {FactSpec} spec */
function numbersOf({ fields = {} }) {
  return Object.keys(fields).filter((name) => fields[name] && traitsOf(fields[name]).number);
}

/**
 * @param {FactSpec | undefined} spec
 * @param {Rows} rows
 */
function sumOfRows(spec, rows) {
  const [number] = spec ? numbersOf(spec) : [];
  return number === undefined ? null : now(total(rows, number));
}

/**
 * Records of nothing but words that stand in their list already.
 * @param {string} name
 * @param {FactSpec} spec
 * @param {Rows} rows
 */
function saidTwice(name, spec, { rows, first: named }) {
  const [all, numbers] = [Object.keys(spec.fields ?? {}), numbersOf(spec)];
  const texts = rows.map((row) => JSON.stringify(all.map((field) => row[field]?.text)));
  return rows.flatMap((row, index) => {
    const first = texts.indexOf(texts[index] ?? "");
    const said = all.some((field) => row[field]?.known) && !numbers.some((field) => row[field]?.known);
    if (first === index || !said) return [];
    const what = `“${spec.label}”第${String(index + 1)}条和第${String(first + 1)}条相同，请核对`;
    return [unlikely(`${name}[${String(index)}].${named}`, row[named]?.text ?? "", what)];
  });
}

/**
 * @param {string} path
 * @param {string} value
 * @param {string} what
 * @returns {Unlikely}
 */
function unlikely(path, value, what) {
  return { kind: "relation", key: findingKey("relation", path, value), path, what };
}
