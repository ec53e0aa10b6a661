// What the checker is told and what it finds.

/** @typedef {import("../prose/types.js").Prose} Prose */
/** @typedef {import("../document/replaced_terms.js").Terms} Terms */
/** @typedef {"error" | "warning" | "hint"} Level error: certainly wrong; warning: probably; hint: style */

/**
 * A rule as it is written in data/writing/rules/; `start` and `end` of a finding are UTF-16 offsets into the
 * normalised text.
 * @typedef {{
 *   id: string, topic: string, level: Level, why: string, source?: string, message?: string,
 *   pattern?: string, lines?: string[], outside?: string[], suggest?: string | Record<string, string>,
 *   checker?: string, parameters?: Record<string, string | string[]>, terms?: Terms, found?: string[], clean?: string[],
 * }} Rule
 */

/**
 * @typedef {{
 *   rule: string, topic: string, level: Level, start: number, end: number, found: string, message: string,
 *   why: string, source?: string, suggestion?: string, sum?: string,
 * }} Finding
 */

/** @typedef {{ start: number, end: number, message: string, level?: Level, why?: string, source?: string, suggestion?: string, sum?: string }} Remark a finding before its rule is known */

/**
 * What a checker may know beside the text, and where it counts what it has held against something else.
 * @typedef {{ checked: (count?: number) => void, unchecked: (count?: number) => void, previous?: Prose, others?: { name: string, prose: Prose }[], sums?: import("./arithmetic/claims.js").SumMemory, alike?: import("./content/doubled.js").SentenceMemory, held?: import("./content/structure.js").Held, [key: string]: unknown }} Context
 */

/** @typedef {(prose: Prose, rule: Rule, context: Context) => Remark[]} Checker */
/** @typedef {{ findings: Finding[], checked: number, unchecked: number }} Report */

export {};
