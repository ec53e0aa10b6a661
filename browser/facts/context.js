// Turns entries into the values that a template sees, with computed facts and blanks; mirrors macros/facts/context.py.

import { Amount, SIDES, WITHOUT_UNIT } from "./entries.js";
import { computedQuotient, enteredQuotient } from "./quotients.js";
import { summed } from "../figures/arithmetic.js";
import { falls, rises } from "../figures/conditions.js";
import { Day, parseDay, Period } from "../figures/periods.js";
import {
  blank,
  Blank,
  Choice,
  DayValue,
  Figure,
  MARK,
  PeriodValue,
  printedUnit,
  RISE_OF_LEVEL,
  Rough,
  Rows,
  Series,
  Value,
} from "../figures/values.js";
import { betterOf, DEEPEST, isNumber } from "../schema/fact_types.js";
import { citation } from "../templating/citations.js";
import { ExpressionError } from "../templating/expression_error.js";
import { readWords } from "../templating/own_words.js";
import { evaluate, Words } from "../templating/render.js";

/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../schema/types.js").FieldSpec} FieldSpec */
/** @typedef {import("./entries.js").Entry} Entry */
/** @typedef {import("./entries.js").Entries} Entries */
/** @typedef {import("./entries.js").Fields} Fields */
/** @typedef {Value | Series | Rows} Fact */

/** The facts of a text, each made when it is first used. */
export class Context {
  /** @type {Map<string, Fact>} */
  #made = new Map();
  /** @type {string[]} a fact that leads back to one of these is a blank, as is what leads too far */
  #making = [];
  /** @type {Map<string, Set<string>>} the facts that each was made from, with itself */
  #sources = new Map();
  /** @type {Set<string>} the facts that have been asked for, with those that they are made from */
  #asked = new Set();
  #comparedWith;
  #period;

  /**
   * @param {Record<string, FactSpec>} specs
   * @param {Entries} entries
   * @param {Record<string, string>} [asOf] dates of single facts, where they are not the summary's
   * @param {unknown[]} [announced] the facts that the opening states with their change
   */
  constructor(specs, entries, asOf = {}, announced = []) {
    this.specs = specs;
    this.entries = entries;
    this.asOf = asOf;
    this.announced = announced;
    const { period, last_period: earlier } = entries;
    const base = earlier instanceof Period ? earlier : null;
    this.#period = period instanceof Period ? period : null;
    this.#comparedWith = this.#period?.base(base) ?? "上期";
  }

  /**
   * The value of a fact; undefined when there is no such fact.
   * @param {string} name
   */
  fact(name) {
    const known = this.#made.get(name);
    const spec = this.specs[name];
    for (const source of this.#sources.get(name) ?? [name]) this.#asked.add(source);
    if (known || !spec) return known;
    if (this.#making.includes(name) || this.#making.length > DEEPEST) return blank([]);
    this.#making.push(name);
    const { made, asked } = this.recorded(() => dated(this.#make(name, spec), this.#asOf(name)));
    this.#making.pop();
    this.#made.set(name, made);
    this.#sources.set(name, asked.add(name));
    return made;
  }

  /**
   * What is made, with the facts that were asked for on the way.
   * @template Made
   * @param {() => Made} make
   */
  recorded(make) {
    const outer = this.#asked;
    const asked = (this.#asked = new Set());
    const made = make();
    this.#asked = outer;
    for (const name of asked) outer.add(name);
    return { made, asked };
  }

  /**
   * @param {string} name
   * @param {FactSpec} spec
   * @returns {Fact}
   */
  #make(name, spec) {
    const make = MAKERS[spec.type] ?? entered;
    return make(this, name, spec);
  }

  /**
   * （截至9月25日） for a fact with another date than the summary; otherwise empty.
   * @param {string} name
   */
  #asOf(name) {
    const day = parseDay(Object.hasOwn(this.asOf, name) ? (this.asOf[name] ?? "") : "");
    const { as_of: whole } = this.entries;
    if (!day || (whole instanceof Day && whole.text === day.text)) return "";
    const same = this.#period?.isYearOf(day) ?? true;
    return `（截至${same ? day.monthdayText : day.text}）`;
  }

  /**
   * The value of a fact that is entered in a slot, or the sum of such facts.
   * @param {string} name
   * @param {FactSpec} spec
   */
  entered(name, spec) {
    if (spec.sum_of) {
      const parts = spec.sum_of.map((part) => sideOf(this.fact(part), "now"));
      return summed(spec.label, parts, spec.unit ?? "");
    }
    const entry = this.entries[name];
    if (!spec.series) return this.#slot(spec, asEntry(entry), name);
    const given = isFields(entry) ? entry : {};
    return this.#series(name, spec, (side) => value(spec, given[side], `${name}.${side}`));
  }

  /**
   * @param {string} name
   * @param {FactSpec} spec
   * @param {(side: "now" | "last" | "plan") => Value} make
   */
  #series(name, spec, make) {
    const [now, last, plan] = SIDES.map(make);
    const sides = /** @type {{now: Value, last: Value, plan: Value}} */ ({ now, last, plan });
    const { label, sought_by: by = [] } = spec;
    const checks = by.map((check) => this.fact(check)).filter((check) => check instanceof Series);
    const isLessSought = checks.some(falls) && !checks.some(rises);
    return new Series(sides, label, this.#comparedWith, this.announced.includes(name), isLessSought);
  }

  /**
   * The value of a rate or a quotient, for every side that both its parts have; what was entered
   * only where the counts of a side give nothing.
   * @param {string} name
   * @param {FactSpec} spec
   */
  quotient(name, spec) {
    const entry = this.entries[name];
    const [above, below] = [this.fact(spec.numerator ?? ""), this.fact(spec.denominator ?? "")];
    const make = (/** @type {"now" | "last" | "plan"} */ side) => {
      const computed = computedQuotient(spec, sideOf(above, side), sideOf(below, side));
      return computed.known ? computed : (enteredQuotient(name, spec, entry, side) ?? computed);
    };
    const isSeries = above instanceof Series || below instanceof Series || isFields(entry);
    return isSeries ? this.#series(name, spec, make) : make("now");
  }

  /**
   * The records of a list.
   * @param {string} name
   * @param {FactSpec} spec
   */
  rows(name, spec) {
    const entry = this.entries[name];
    const fields = Object.entries(spec.fields ?? {});
    const known = Array.isArray(entry);
    const records = known ? entry : spec.required === false ? [] : [{}];
    const rows = records.map((record, index) =>
      this.#row(fields, record, `${name}[${String(index)}]`),
    );
    const units = Object.fromEntries(fields.map(([field, { unit }]) => [field, unit ?? ""]));
    const { label, unit = "", largest_first: isSorted } = spec;
    if (isSorted) rows.sort(bySize(fields.find(([, field]) => isNumber(field))?.[0] ?? ""));
    return new Rows(rows, { label, unit, path: name, first: fields[0]?.[0] ?? "", units, known });
  }

  /**
   * @param {[string, FieldSpec][]} fields
   * @param {Fields} record
   * @param {string} path
   */
  #row(fields, record, path) {
    /** @type {import("../figures/values.js").Row} */
    const row = {};
    for (const [name, spec] of fields) {
      const at = `${path}.${name}`;
      row[name] =
        spec.type === "figure"
          ? (this.#cited(record[name]) ?? new Blank(MARK, [at]))
          : this.#slot(spec, record[name], at);
    }
    return row;
  }

  /**
   * @param {FieldSpec | FactSpec} spec
   * @param {Entry | undefined} entry
   * @param {string} path
   */
  #slot(spec, entry, path) {
    if (entry instanceof Day) return new DayValue(entry, [path], this.#period?.isYearOf(entry) ?? true);
    if (spec.type === "words" && typeof entry === "string") {
      return new Words(entry, [path], readWords(entry, this.specs).lines);
    }
    return value(spec, entry, path);
  }

  /**
   * The figure that a record cites, if there is such a figure.
   * @param {Entry | undefined} entry
   * @returns {Value | Series | undefined}
   */
  #cited(entry) {
    if (typeof entry !== "string") return undefined;
    try {
      const found = /** @type {unknown} */ (
        evaluate(citation(entry, this.specs), (name) => this.fact(name))
      );
      return found instanceof Value || found instanceof Series ? found : undefined;
    } catch (error) {
      if (error instanceof ExpressionError) return undefined;
      throw error;
    }
  }
}

/** @type {import("../schema/fact_types.js").ByType<(context: Context, name: string, spec: FactSpec) => Fact>} */
export const MAKERS = {
  text: entered,
  count: entered,
  amount: entered,
  decimal: entered,
  rate: (context, name, spec) => context.quotient(name, spec),
  quotient: (context, name, spec) => context.quotient(name, spec),
  date: entered,
  period: entered,
  choice: entered,
  list: (context, name, spec) => context.rows(name, spec),
};

/** @type {(context: Context, name: string, spec: FactSpec) => Fact} */
function entered(context, name, spec) {
  return context.entered(name, spec);
}

/**
 * One side of a fact; a fact without sides is known only for this period.
 * @param {Fact | undefined} fact
 * @param {"now" | "last" | "plan"} side
 */
function sideOf(fact, side) {
  if (fact instanceof Series) return fact[side];
  return fact instanceof Value && side === "now" ? fact : blank([]);
}

/**
 * The order of records by a number; those that have none yet stand last.
 * @param {string} field
 * @returns {(a: import("../figures/values.js").Row, b: import("../figures/values.js").Row) => number}
 */
function bySize(field) {
  return ({ [field]: a }, { [field]: b }) => {
    const [one, other] = [a, b].map((value) => (value instanceof Figure ? value.number : undefined));
    if (!one || !other) return Number(one === undefined) - Number(other === undefined);
    return other.compare(one);
  };
}

/**
 * A fact whose figure of this period says a date, if there is one.
 * @param {Fact} fact
 * @param {string} asOf
 * @returns {Fact}
 */
function dated(fact, asOf) {
  if (asOf && fact instanceof Series) {
    const { last, plan, label, comparedWith, announced, lessSought } = fact;
    const sides = { now: datedFigure(fact.now, asOf), last, plan };
    return new Series(sides, label, comparedWith, announced, lessSought);
  }
  return asOf && fact instanceof Figure ? fact.dated(asOf) : fact;
}

/** @type {(value: Value, asOf: string) => Value} */
function datedFigure(value, asOf) {
  return value instanceof Figure ? value.dated(asOf) : value;
}

/** @param {Entries[string] | undefined} entry */
function asEntry(entry) {
  return entry === undefined || isFields(entry) || Array.isArray(entry) ? undefined : entry;
}

/**
 * @param {Entries[string] | undefined} entry
 * @returns {entry is Fields}
 */
function isFields(entry) {
  if (typeof entry !== "object" || Array.isArray(entry)) return false;
  return !(entry instanceof Amount || entry instanceof Day || entry instanceof Period);
}

/**
 * The verb for the growth of a level; empty for an additive fact, which is an amount.
 * @param {FieldSpec | FactSpec} spec
 */
function upOf(spec) {
  const isLevel = "additive" in spec && !spec.additive;
  return isLevel ? RISE_OF_LEVEL[betterOf(spec)] : "";
}

/**
 * @param {FieldSpec | FactSpec} spec
 * @param {Entry | undefined} entry
 * @param {string} path
 */
function value(spec, entry, path) {
  const facts = [path];
  if (entry instanceof Amount) {
    const { near, over } = entry;
    const { unit = "", label } = spec;
    const grows = !("growth" in spec) || spec.growth;
    return new Figure(entry.value, { facts, unit, label, near, over, grows, up: upOf(spec) });
  }
  if (entry instanceof Period) return new PeriodValue(entry, facts);
  if (typeof entry !== "string") return new Blank(MARK + printedUnit(spec.unit ?? ""), facts);
  if (isNumber(spec)) {
    return new Rough(entry, WITHOUT_UNIT.includes(entry) ? "" : (spec.unit ?? ""), facts);
  }
  return spec.type === "choice" ? new Choice(entry, facts) : new Value(entry, facts);
}
