// The facts of a summary as somebody asks of them: only those that the text may show; mirrors
// macros/library/asked_facts.py.

import table from "../../macros/library/asked_facts.json" with { type: "json" };
import { inputsOf } from "../facts/archetype_facts.js";
import { pair } from "../figures/arithmetic.js";
import { Decimal, quotient } from "../figures/decimal.js";
import { Figure, Rows, Series } from "../figures/values.js";
import { ExpressionError } from "../templating/expression_error.js";
import { citation } from "../templating/citations.js";
import { namesIn } from "../templating/render.js";

/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../facts/context.js").Context} Context */
/** @typedef {[string, FactSpec]} Declared a fact's name and its declaration */

const NOUN = 2; // characters at the end of a label say what it is: 抽查, 会议

/** The facts that the text may show, the text being made of the facts `entered`. */
export class AskedFacts {
  #context;
  #shown;
  /** @type {Set<string> | undefined} */
  #told;

  /**
   * @param {Record<string, FactSpec>} specs
   * @param {Context} context
   * @param {Iterable<string>} entered
   */
  constructor(specs, context, entered) {
    const known = new Set(entered);
    this.specs = specs;
    this.entries = context.entries;
    this.#context = context;
    this.names = Object.keys(specs).filter((name) => inputsOf(specs, [name]).every((input) => known.has(input)));
    this.#shown = new Set(this.names);
  }

  /** @returns {Declared[]} the declarations of the facts that the text may show */
  get spoken() {
    return this.names.flatMap((name) => {
      const spec = this.specs[name];
      return spec ? [/** @type {Declared} */ ([name, spec])] : [];
    });
  }

  /**
   * The value of a fact that the text may show.
   * @param {string | undefined} name
   */
  fact(name) {
    return name !== undefined && this.#shown.has(name) ? this.#context.fact(name) : undefined;
  }

  /**
   * This period's figure, if the text may show it.
   * @param {string | undefined} name
   */
  figure(name) {
    const fact = this.fact(name);
    const value = fact instanceof Series ? fact.now : fact;
    return value instanceof Figure ? value : undefined;
  }

  /**
   * A fact that has a figure for this period and for the last.
   * @param {string | undefined} name
   */
  both(name) {
    return bothOf(this.fact(name));
  }

  /**
   * Tells whether a fact that the text may show was entered.
   * @param {string} name
   */
  isKnown(name) {
    return this.#shown.has(name) && this.entries[name] !== undefined;
  }

  /**
   * The records of a list that were entered.
   * @param {string | undefined} name
   */
  rows(name) {
    const fact = this.fact(name);
    return fact instanceof Rows && fact.known ? fact.rows : [];
  }

  /** The facts that the text cites where it says why they are as they are. */
  get told() {
    this.#told ??= new Set(this.#reasons().flatMap((record) => this.cited(record["figure"])));
    return this.#told;
  }

  /**
   * Tells whether the text speaks of something where it says why things are as they are.
   * @param {string} label
   */
  mentions(label) {
    const noun = label.replace(/率$/u, "").slice(-NOUN);
    const words = this.#reasons().flatMap((record) => Object.values(record));
    return words.some((text) => typeof text === "string" && text.includes(noun));
  }

  #reasons() {
    return table.told_in.flatMap((name) => {
      const entry = this.#shown.has(name) ? this.entries[name] : undefined;
      return Array.isArray(entry) ? entry : [];
    });
  }

  /**
   * The names of the facts that the field of a record cites.
   * @param {unknown} written
   */
  cited(written) {
    if (typeof written !== "string") return [];
    try {
      return namesIn(citation(written, this.specs));
    } catch (error) {
      if (error instanceof ExpressionError) return [];
      throw error;
    }
  }
}

/** A series that has a figure for this period and for the last. */
export class Both {
  /**
   * @param {Series} series
   * @param {Figure} now
   * @param {Figure} last
   */
  constructor(series, now, last) {
    this.series = series;
    this.now = now;
    this.last = last;
  }

  /** By how much it has grown; below zero where it has fallen. */
  get step() {
    return this.now.number.minus(this.last.number);
  }

  /** By how many percent it has changed, up or down; 0 where there was nothing. */
  get percent() {
    if (this.last.number.sign <= 0) return Decimal.of("0");
    return quotient(this.step.abs().scaled(2), this.last.number, 2);
  }
}

/**
 * A series with a figure for this period and for the last; undefined for any other fact.
 * @param {unknown} fact
 */
export function bothOf(fact) {
  const sides = fact instanceof Series ? pair(fact, "last") : null;
  return sides && fact instanceof Series ? new Both(fact, ...sides) : undefined;
}
