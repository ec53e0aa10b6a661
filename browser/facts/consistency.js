// What is wrong with the facts as typed, each by itself and all together; mirrors macros/facts/consistency.py.

import { acceptedFacts } from "./archetype_facts.js";
import { Context } from "./context.js";
import { SIDES } from "./entries.js";
import { readEntries } from "./entry_reader.js";
import { figureOf, isOver, partsOverWholes, sidePath } from "./parts.js";
import { computedQuotient, enteredQuotient } from "./quotients.js";
import { hasTargets, targetMistakes } from "./targets.js";
import { Decimal } from "../figures/decimal.js";
import { Day, expectedPeriods, Period } from "../figures/periods.js";
import { Figure, Rows } from "../figures/values.js";
import { isQuotient, rangeOf } from "../schema/fact_types.js";
import { citation } from "../templating/citations.js";
import { ExpressionError } from "../templating/expression_error.js";
import { readWords } from "../templating/own_words.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../schema/types.js").Problem} Problem */

/**
 * What a summary asks for: its archetype, the facts there are, and those that are entered.
 * @typedef {{archetype: Archetype, specs: Record<string, FactSpec>, entered: string[]}} Asked
 */

/**
 * Everything wrong with the facts: invalid values, and facts that contradict each other.
 * @param {Asked} asked
 * @param {import("../schema/types.js").Facts} facts
 * @returns {Problem[]}
 */
export function checkConsistency(asked, facts) {
  const names = acceptedFacts(asked.specs, asked.entered);
  const { entries, problems: found } = readEntries(asked.specs, names, facts);
  return [...found, ...new ConsistencyCheck(asked, entries).run()];
}

class ConsistencyCheck {
  /** @type {Problem[]} */
  #found = [];
  #archetype;
  #specs;
  #entries;
  #context;

  /**
   * @param {Asked} asked
   * @param {import("./entries.js").Entries} entries
   */
  constructor({ archetype, specs }, entries) {
    this.#archetype = archetype;
    this.#specs = specs;
    this.#entries = entries;
    this.#context = new Context(specs, entries);
  }

  run() {
    this.#periods();
    for (const name of Object.keys(this.#specs).sort()) {
      const spec = this.#specs[name];
      if (spec) this.#checkFact(name, spec);
    }
    return this.#found;
  }

  /**
   * @param {string} name
   * @param {FactSpec} spec
   */
  #checkFact(name, spec) {
    this.#cited(name, spec);
    this.#orderOfDays(name, spec);
    this.#found.push(...partsOverWholes(name, this.#specs, this.#context));
    this.#plan(name, spec);
    this.#targets(name, spec);
    if (isQuotient(spec)) {
      this.#rateInRange(name, spec);
      for (const side of SIDES) this.#rateAsEntered(name, spec, side);
    }
  }

  /**
   * @param {string} path
   * @param {string} what
   * @param {string} [expected]
   */
  #report(path, what, expected = "") {
    this.#found.push({ path, what, expected });
  }

  // --- cited figures, and own words ---

  /**
   * @param {string} name
   * @param {FactSpec} spec
   */
  #cited(name, spec) {
    for (const { path, text } of writtenAs("figure", name, spec, this.#entries)) this.#checkCitation(path, text);
    for (const { path, text } of writtenAs("words", name, spec, this.#entries)) {
      for (const found of readWords(text, this.#specs).mistakes) this.#found.push({ path, ...found });
    }
  }

  /**
   * @param {string} path
   * @param {string} cited
   */
  #checkCitation(path, cited) {
    try {
      citation(cited, this.#specs);
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      const { message: what, expected, fact } = error;
      this.#found.push({ path, what, expected, fact });
    }
  }

  // --- periods and days ---

  #periods() {
    const { period, last_period: earlier } = this.#entries;
    if (period instanceof Period && !this.#archetype.periods.includes(period.kind)) {
      this.#report("period", "时段的种类与范本不符", expectedPeriods(this.#archetype.periods));
    }
    if (period instanceof Period && earlier instanceof Period) {
      if (earlier.kind !== period.kind) {
        this.#report("last_period", "比较时段与总结时段长短不同", expectedPeriods([period.kind]));
      } else if (!isBefore(earlier, period)) {
        this.#report("last_period", "比较时段不早于总结时段", `早于${period.text}的时段`);
      }
    }
    const compared = Object.entries(this.#entries).find(
      ([, entry]) => typeof entry === "object" && "last" in entry,
    );
    if (compared && earlier === undefined) {
      this.#report(`${compared[0]}.last`, "填了上期数，没有填比较时段", "填写“比较时段”");
    }
  }

  /**
   * @param {string} name
   * @param {FactSpec} spec
   */
  #orderOfDays(name, spec) {
    const [day, first] = [this.#entries[name], this.#entries[spec.not_before ?? ""]];
    if (!(day instanceof Day) || !(first instanceof Day) || !isEarlier(day, first)) return;
    const label = this.#specs[spec.not_before ?? ""]?.label ?? "";
    this.#report(name, `“${spec.label}”早于“${label}”`, `不早于${first.text}`);
  }

  // --- figures ---

  /**
   * @param {string} name
   * @param {FactSpec} spec
   */
  #plan(name, spec) {
    if (this.#figure(name, "plan")?.number.sign !== 0) return;
    this.#report(`${name}.plan`, `“${spec.label}”的计划为零`, "大于零的数；没有计划就不填");
  }

  /**
   * Reports targets that contradict the figure that they are set for.
   * @param {string} name
   * @param {FactSpec} spec
   */
  #targets(name, spec) {
    const [rows, written] = [this.#context.fact(name), this.#entries[name]];
    if (!hasTargets(spec) || !(rows instanceof Rows) || !Array.isArray(written)) return;
    for (const [index, row] of rows.rows.entries()) {
      for (const { field, what, expected } of targetMistakes(spec, row, written[index], this.#specs)) {
        this.#report(`${name}[${String(index)}].${field}`, what, expected);
      }
    }
  }

  /**
   * @param {string} name
   * @param {FactSpec} spec
   */
  #rateInRange(name, spec) {
    const { numerator = "", denominator = "" } = spec;
    const inWhole = this.#specs[numerator]?.part_of?.includes(denominator);
    const [low, high] = (rangeOf(spec) ?? []).map((edge) => Decimal.of(edge));
    for (const side of SIDES) {
      const figure = this.#figure(name, side);
      if (!figure || !low || !high) continue;
      if (figure.number.compare(low) >= 0 && figure.number.compare(high) <= 0) continue;
      if (inWhole && isOver(this.#figure(numerator, side), this.#figure(denominator, side))) continue; // reported already
      const what = `“${spec.label}”算得${figure.text}（${figure.formula}），超出合理范围`;
      const expected = `${low.plain}到${high.plain}，核对分子和分母`;
      this.#report(sidePath(numerator, this.#specs[numerator], side), what, expected);
    }
  }

  /**
   * Reports a rate that was entered besides its counts, and is not what these give.
   * @param {string} name
   * @param {FactSpec} spec
   * @param {"now" | "last" | "plan"} side
   */
  #rateAsEntered(name, spec, side) {
    const { label, numerator = "", denominator = "" } = spec;
    const entered = enteredQuotient(name, spec, this.#entries[name], side);
    const [above, below] = [this.#figure(numerator, side), this.#figure(denominator, side)];
    if (!entered || !above || !below) return;
    const computed = computedQuotient(spec, above, below, -entered.number.exponent);
    if (!(computed instanceof Figure) || computed.number.compare(entered.number) === 0) return;
    const what = `“${label}”录入的${entered.text}与算出的${computed.text}不一致`;
    const expected = `${computed.formula}；核对分子和分母，或删去录入的数`;
    this.#report(entered.facts[0] ?? name, what, expected);
  }

  /**
   * @param {string} name
   * @param {"now" | "last" | "plan"} side
   */
  #figure(name, side) {
    return figureOf(this.#context, name, side);
  }
}

/**
 * Orders periods as Python does: by year, then by the name of the kind, then by the part.
 * @param {Period} a
 * @param {Period} b
 */
function isBefore(a, b) {
  if (a.year !== b.year) return a.year < b.year;
  return a.kind === b.kind ? a.part < b.part : a.kind < b.kind;
}

/**
 * Tells whether a day is before another; a whole month is compared by its month only.
 * @param {Day} a
 * @param {Day} b
 */
export function isEarlier(a, b) {
  if (a.year !== b.year) return a.year < b.year;
  if (a.month !== b.month) return a.month < b.month;
  return a.day > 0 && b.day > 0 && a.day < b.day;
}

/**
 * What the records of a list have in their fields of a type, and where.
 * @param {string} type
 * @param {string} name
 * @param {FactSpec} spec
 * @param {import("./entries.js").Entries} entries
 */
function writtenAs(type, name, { fields = {} }, { [name]: entry }) {
  const asked = Object.keys(fields).filter((field) => fields[field]?.type === type);
  const rows = Array.isArray(entry) ? entry : [];
  return rows.flatMap((row, index) =>
    asked.flatMap((field) => {
      const text = row[field];
      return typeof text === "string" ? [{ path: `${name}[${String(index)}].${field}`, text }] : [];
    }),
  );
}
