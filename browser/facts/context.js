// Turns entries into the values that a template sees, with computed facts and blanks; mirrors macros/facts/context.py.

import { Amount, SIDES } from "./entries.js";
import { rate, summed } from "../figures/arithmetic.js";
import { Day, Period } from "../figures/periods.js";
import {
  blank,
  Blank,
  Choice,
  DayValue,
  Figure,
  MARK,
  PeriodValue,
  RISE_OF_LEVEL,
  Rows,
  Series,
  Value,
} from "../figures/values.js";
import { FACT_TYPES, isCitable, traitsOf } from "../schema/fact_types.js";

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
  #comparedWith;
  #period;

  /**
   * @param {Record<string, FactSpec>} specs
   * @param {Entries} entries
   */
  constructor(specs, entries) {
    this.specs = specs;
    this.entries = entries;
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
    if (known || !spec) return known;
    const made = this.#make(name, spec);
    this.#made.set(name, made);
    return made;
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
    return this.#series(spec, (side) => value(spec, given[side], `${name}.${side}`));
  }

  /**
   * @param {FactSpec} spec
   * @param {(side: "now" | "last" | "plan") => Value} make
   */
  #series(spec, make) {
    const [now, last, plan] = SIDES.map(make);
    const sides = /** @type {{now: Value, last: Value, plan: Value}} */ ({ now, last, plan });
    return new Series(sides, spec.label, this.#comparedWith);
  }

  /**
   * The value of a rate, for every side that both its parts have.
   * @param {FactSpec} spec
   */
  rate(spec) {
    const [above, below] = [this.fact(spec.numerator ?? ""), this.fact(spec.denominator ?? "")];
    const make = (/** @type {"now" | "last" | "plan"} */ side) =>
      rate(
        spec.label,
        sideOf(above, side),
        sideOf(below, side),
        spec.unit ?? traitsOf(spec).defaults?.unit ?? "",
        spec.decimals ?? 2,
        upOf(spec),
      );
    const isSeries = above instanceof Series || below instanceof Series;
    return isSeries ? this.#series(spec, make) : make("now");
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
    const { label, unit = "" } = spec;
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
      const entry = record[name];
      const cited = spec.type === "figure" ? this.#cited(entry) : undefined;
      if (cited instanceof Series) row[name] = cited;
      else if (cited) row[name] = sideOf(cited, "now");
      else row[name] = this.#slot(spec, spec.type === "figure" ? undefined : entry, `${path}.${name}`);
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
    return value(spec, entry, path);
  }

  /** @param {Entry | undefined} name */
  #cited(name) {
    const spec = typeof name === "string" ? this.specs[name] : undefined;
    return spec && isCitable(spec) ? this.fact(/** @type {string} */ (name)) : undefined;
  }
}

/** @type {import("../schema/fact_types.js").ByType<(context: Context, name: string, spec: FactSpec) => Fact>} */
export const MAKERS = {
  text: entered,
  count: entered,
  amount: entered,
  decimal: entered,
  rate: (context, _, spec) => context.rate(spec),
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
 * @param {Partial<FactSpec>} spec
 */
function upOf({ type, additive = true, better = "higher" }) {
  if (additive && !(type && FACT_TYPES[type].quotient)) return "";
  return RISE_OF_LEVEL[better];
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
  if (typeof entry !== "string") return new Blank(MARK + (spec.unit ?? ""), facts);
  return spec.type === "choice" ? new Choice(entry, facts) : new Value(entry, facts);
}
