// The facts that a figure of a text may state: by the words that the templates print around it, and by its name.

import { fitsAfter, fitsBefore } from "./framed.js";
import { nameFit } from "./fact_names.js";
import { typedValue } from "./typed_value.js";

/** @typedef {import("../prose/types.js").Statement} Statement */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("./types.js").Frame} Frame */
/** @typedef {import("./typed_value.js").TypedValue} TypedValue */
/** @typedef {{ path: string, section: string, value: TypedValue, framed: number, named: number }} Candidate */

const LOOKED_AT = 160; // signs on either side
const TITLE = 6; // signs that the title of a place is worth
const CHANGES = ["growth", "difference", "points", "multiple"];

/**
 * The facts whose frames a figure stands in.
 * @param {Statement} statement
 * @param {string} text
 * @param {{ start: number, end: number }} line
 * @param {Frame[]} frames
 * @returns {Candidate[]}
 */
export function framedCandidates({ quantity, kind, verb, start }, text, line, frames) {
  const asWritten = { typed: "", start, end: quantity.end, exact: true };
  const before = text.slice(Math.max(line.start, start - LOOKED_AT), start).replace(/[近约]$/, "");
  return frames.flatMap(({ path, spec, section, title, left, right }) => {
    const fitted = fitsBefore(left, before);
    const value = fitted < 0 ? null : spec ? typedValue(text, quantity, spec) : asWritten;
    if (!value) return [];
    const isChange = verb !== undefined && CHANGES.includes(kind);
    if (isChange && !left.some(([first]) => first?.words.endsWith(text.slice(verb.start, start)))) return [];
    const follows = fitsAfter(right, text.slice(value.end, Math.min(line.end, value.end + LOOKED_AT)));
    if (follows < 0) return [];
    const titled = title !== "" && isTitled(text.slice(line.start, line.end), title) ? TITLE : 0;
    return [{ path, section, value, framed: fitted + follows + titled, named: 0 }];
  });
}

/**
 * Whether a paragraph begins with the title of a place, after its number.
 * @param {string} words
 * @param {string} title
 */
function isTitled(words, title) {
  return words.slice(0, title.length + 10).replace(/^[（(]?[0-9一二三四五六七八九十]{1,3}[）)、.．]\s*/, "").startsWith(title);
}

/**
 * The facts whose names stand before a figure.
 * @param {Statement} statement
 * @param {string} text
 * @param {import("./fact_names.js").FactName[]} names
 * @returns {Candidate[]}
 */
export function namedCandidates(statement, text, names) {
  const side = sideOf(statement);
  if (!side || statement.quantity.range) return [];
  return names.flatMap(({ name, spec, words }) => {
    const named = nameFit(words, statement.indicator);
    const value = named > 0 ? typedValue(text, statement.quantity, spec) : null;
    const path = pathOf(name, spec, side);
    if (!value || !path) return [];
    return [{ path, section: "", value, framed: 0, named }];
  });
}

/**
 * The side that a statement is about; empty where it states no value.
 * @param {Statement} statement
 */
function sideOf({ kind }) {
  if (kind === "prior") return "last";
  if (kind === "plan") return "plan";
  return ["value", "to", "share", "per", "whole"].includes(kind) ? "now" : "";
}

/**
 * @param {string} name
 * @param {FactSpec} spec
 * @param {"now" | "last" | "plan"} side
 */
function pathOf(name, { series, numerator }, side) {
  if (!series && !numerator) return side === "now" ? name : "";
  return side === "now" || numerator || series?.includes(side) ? `${name}.${side}` : "";
}
