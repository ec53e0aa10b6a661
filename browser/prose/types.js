// The parts into which a text is read.  Every place is a UTF-16 offset into the normalised text, `end` exclusive.

/** @typedef {{ start: number, end: number }} Span */

/** @typedef {"title" | "heading" | "paragraph" | "row" | "addressee" | "signature" | "date" | "blank"} LineKind */
/** @typedef {{ sign: string, style: string, level: number, value: number }} LineNumber a number in front: 第一、（一）, 1., (1) */
/** @typedef {Span & { text: string, kind: LineKind, number?: LineNumber }} Line */
/** @typedef {Span & { text: string, line: number }} Sentence its text has its mark; `line` is an index into the lines */
/** @typedef {Span & { text: string }} Cell */
/** @typedef {Span & { rows: Cell[][] }} Table the first row is the head */

/**
 * A number as it is written: `value` is what the digits say with the scale, `half` how far it may be from
 * what was rounded (0 of things that are counted), `digits` the decimals, `sign` -1 after 负 or a minus.
 * @typedef {Span & {
 *   written: string, value: number, half: number, decimals: number, scale: number, unit: string,
 *   rough: boolean, range: boolean, chinese: boolean,
 * }} Quantity
 */

/** @typedef {"value" | "to" | "prior" | "plan" | "whole" | "share" | "growth" | "difference" | "points" | "multiple" | "per" | "rank"} StatementKind to: the new value, after 增加到; prior: the value before; whole: after 占 */

/**
 * What a text says of one figure: `clause` are the words from the last mark to the number, `before` and `after`
 * those from and to its neighbours; `sign` says whether it is told as a rise or a fall, by `verb`.
 * @typedef {Span & {
 *   quantity: Quantity, indicator: string, kind: StatementKind, sign: number, verb?: { start: number, word: string },
 *   comparison: import("./directions.js").Comparison, sentence: number, part: boolean, bracketed: boolean,
 *   before: string, after: string, clause: string,
 * }} Statement
 */

/** @typedef {{ first: number, last: number, kind: "year" | "half-year" | "quarter" | "term" | "month", year: number, label: string }} Period months counted as year × 12 + month − 1 */
/** @typedef {Span & { year?: number, month?: number, day?: number, written: string }} WrittenDate */

/**
 * @typedef {{
 *   text: string, lines: Line[], sentences: Sentence[], tables: Table[], quantities: Quantity[],
 *   statements: Statement[], dates: WrittenDate[], title: string, period: Period | null, unit: string,
 * }} Prose
 */

export {};
