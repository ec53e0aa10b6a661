// What is found in a text about the facts of an archetype.

/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("./segments.js").Segment} Segment */
/** @typedef {"now" | "last" | "plan"} Side */

/**
 * Words around a figure that a template prints: `left` and `right` are what may stand before and after it, with a
 * hole where another value is printed; without a path it is the frame of what cannot be entered.
 * @typedef {{ path: string, spec?: FactSpec, section: string, title: string, left: Segment[][], right: Segment[][] }} Frame
 */

/**
 * A figure of the text and the fact that it states: `typed` as one would enter it, `sure` where nothing else is
 * likely, `others` the paths that may be meant instead; `derived` where the text gives only the change.
 * @typedef {{
 *   start: number, end: number, path: string, typed: string, sure: boolean, others: string[], derived: boolean,
 *   comparison: import("../prose/directions.js").Comparison, sentence: string,
 * }} StatedFigure
 */

export {};
