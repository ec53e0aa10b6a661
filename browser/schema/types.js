// The types of the data that the build and the browser share; macros/site/browser_data.py writes an Archetype.

/**
 * An archetype as the page holds it.
 * @typedef {object} Archetype
 * @property {string} id
 * @property {string} title
 * @property {string} short
 * @property {string} version
 * @property {import("../figures/periods.js").PeriodKind[]} periods
 * @property {"brief" | "detailed"} form
 * @property {OutlineEntry[]} outline
 * @property {Record<string, Section>} sections
 * @property {Record<"title" | "addressee" | "signature" | "date" | "endnote", Template>} frame
 * @property {Record<string, FactSpec>} facts every fact that it may show, entered or computed
 * @property {Example[]} examples
 * @property {string[]} [was] earlier ids, and those of archetypes whose drafts open here
 * @property {Names} [renamed]
 */

/**
 * The present names of facts and sections by earlier ones, and what retired sections (`retired`) and
 * facts (`gone`) were called.
 * @typedef {object} Names
 * @property {Record<string, string>} [facts]
 * @property {Record<string, string>} [sections]
 * @property {Record<string, string>} [retired]
 * @property {Record<string, string>} [gone]
 * @property {Record<string, string>} [groups] of sections, by their headings
 */

/**
 * An entry of the outline: a section of the library (`use`) or of the writer's own, or a heading over
 * several sections.
 * @typedef {object} OutlineEntry
 * @property {string} [use]
 * @property {string} [own]
 * @property {string} [heading]
 * @property {boolean} [optional]
 * @property {OutlineEntry[]} [sections]
 */

/**
 * A compiled template; macros/templating/compiler.py says what a body is.
 * @typedef {object} Template
 * @property {Statement[]} body
 * @property {string[]} facts the facts that it names
 * @property {string[]} entered the facts that a reader enters for it, in the order of the text
 */

/**
 * A place of a section, as macros/templating/places.py splits its template; `was` are earlier names,
 * `main` is the fact that it says where it is written in one sentence.
 * @typedef {{name: string, title?: string, joined?: boolean, was?: string[], main?: string,
 *   body: Statement[]}} Place
 */

/**
 * @typedef {Omit<Template, "body"> & {
 *   places: Place[],
 *   retired?: string[],
 *   name: string,
 *   heading: boolean,
 *   overview?: boolean,
 *   role: string,
 *   summary: string,
 *   annotation: {content: string, motive: string, form: string},
 * }} Section
 */

/** @typedef {{sections: Record<string, Section>, facts: Record<string, FactSpec>}} Library */

/**
 * What a facts file brings besides facts; macros/schema/facts_files.py has its shape.
 * @typedef {object} Content
 * @property {OutlineEntry[]} [outline]
 * @property {Record<string, string[]>} [skip]
 * @property {Record<string, string[]>} [order]
 * @property {Own} [own]
 * @property {Marks} [marks]
 */

/**
 * @typedef {object} Own
 * @property {Record<string, FactSpec>} [facts]
 * @property {Record<string, {name: string, text: string}>} [sections]
 * @property {Record<string, OwnItem[]>} [items]
 * @property {Record<string, Record<string, string>>} [texts]
 */

/** @typedef {{id: string, after?: string, title?: string, text?: string}} OwnItem */

/**
 * What the writer has decided; `unplaced` are paragraphs edited by hand in an older draft, whose place is
 * gone.
 * @typedef {Record<string, unknown> & {
 *   emphasis?: Record<string, string>,
 *   as_of?: Record<string, string>,
 *   answers?: Record<string, unknown>,
 *   dismissed?: Record<string, string>,
 *   unplaced?: {section: string, text: string}[],
 *   rolled_from?: string,
 * }} Marks
 */

/** @typedef {string | ["=" | "if" | "vary" | "for", ...any[]]} Statement */
/** @typedef {string | ["." | "'" | "()" | "not" | "and" | "or" | "==" | "!=", ...any[]]} Expression */

/**
 * A slot of the vocabulary; what is omitted has the default of macros/schema/vocabulary.py.
 * @typedef {object} FieldSpec
 * @property {string} label
 * @property {string} hint
 * @property {import("./fact_types.js").FactType} type
 * @property {string} [unit] "" by default, "%" for a rate
 * @property {number} [decimals] 2 by default; a count has none
 * @property {[string, string]} [range]
 * @property {string[]} [options]
 * @property {boolean} [required] true by default
 * @property {boolean} [approx]
 * @property {boolean} [to_day] whether a date needs its day
 * @property {boolean} [in_period] whether a date should be in the summary's period
 * @property {string[]} [part_of] of a fact other facts, of a list's field other fields
 * @property {string} [definition]
 * @property {string} [source]
 * @property {string} [indicator] its entry in the dictionary
 */

/**
 * A fact; `renamed` are names of the indicators before and after it, which find it.
 * @typedef {FieldSpec & {
 *   topic: string,
 *   aliases?: string[],
 *   renamed?: string[],
 *   additive?: boolean,
 *   series?: ("last" | "plan")[],
 *   largest_first?: boolean,
 *   growth?: boolean,
 *   better?: "higher" | "lower",
 *   apart_from?: string[],
 *   at_most?: string[],
 *   line?: string,
 *   mean?: string,
 *   not_before?: string,
 *   covered_by?: string,
 *   folded?: string[],
 *   sought?: "found" | "looking",
 *   sought_by?: string[],
 *   per?: string,
 *   judged_by?: string[],
 *   stated_by?: string,
 *   sample_of?: string,
 *   numerator?: string,
 *   denominator?: string,
 *   sum_of?: string[],
 *   at_least?: number,
 *   fields?: Record<string, FieldSpec>,
 * }} FactSpec
 */

/**
 * A fact as it is typed: a text, the sides of a series, or the records of a list, without what is
 * empty.  Facts files hold the same, and `summaries render` reads them.
 * @typedef {string | Record<string, string> | Record<string, string>[]} Written
 */

/** @typedef {Record<string, Written>} Facts */

/**
 * @typedef {object} Example
 * @property {string} id
 * @property {string} name
 * @property {string[]} without
 * @property {Record<string, string>} headings
 * @property {Facts} facts
 * @property {Content} [content] what its file brings of its own
 */

/**
 * A stretch of a block's text; literal text has no `facts`.
 * @typedef {object} Run
 * @property {string} text
 * @property {string[]} [facts]
 * @property {string} [formula]
 * @property {boolean} [blank]
 */

/**
 * @typedef {object} Block
 * @property {"title" | "addressee" | "heading" | "paragraph" | "attachment" | "signature" | "date" | "endnote"
 *   | "appendix" | "caption" | "table"} type
 * @property {number} level
 * @property {string} number
 * @property {string} text
 * @property {string} section
 * @property {Run[]} runs
 * @property {Run[][][]} [rows] of a table, the head first; a cell is runs
 * @property {string[]} [places] the places of its section that it was made from, for the page
 */

/**
 * A document; mirrors macros/document/document.py.
 * @typedef {object} Document
 * @property {string} archetype
 * @property {string} version
 * @property {string} title
 * @property {number} blanks
 * @property {string[]} unused the facts that are entered though no sentence uses them
 * @property {Block[]} blocks
 */

/**
 * Something wrong with the facts: where (a path: `paid.now`, `works[0].name`), what it is, and what
 * was expected instead; a fact that is named and does not exist.
 * @typedef {object} Problem
 * @property {string} path
 * @property {string} what
 * @property {string} expected
 * @property {string} [fact]
 */

export {};
