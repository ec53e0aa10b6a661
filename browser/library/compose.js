// Composes a whole summary from an archetype's sections and the facts as typed; mirrors macros/library/compose.py.

import { FRAME_FOOT, FRAME_HEAD } from "../facts/archetype_facts.js";
import { Context } from "../facts/context.js";
import { allRuns, block, withoutBidiControls } from "../document/document.js";
import {
  continued,
  hasOneItem,
  headlessBlocks,
  isLedBy,
  ledBlocks,
  mergeLiteralRuns,
  partsOf,
  runsOf,
  sectionBlocks,
  titled,
  untitled,
  withoutLoneItems,
  withTables,
} from "../document/paragraphs.js";
import { asKnown } from "../document/figure_table.js";
import { typedIn, withTyped } from "../document/typed_runs.js";
import { zero } from "../figures/conditions.js";
import { joinLines } from "../facts/entries.js";
import { readEntries } from "../facts/entry_reader.js";
import { ownValue } from "../schema/own_value.js";
import { unitOf } from "../schema/fact_types.js";
import { sides } from "../templating/expression_kinds.js";
import { printed, render, Table } from "../templating/render.js";
import { Value } from "../figures/values.js";
import { statedFacts, tabledFacts } from "./announced.js";
import { Summary } from "./summary.js";
import { unusedFacts } from "./unused.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {import("../schema/types.js").Block} Block */
/** @typedef {import("../schema/types.js").Document} Document */
/** @typedef {import("../schema/types.js").OutlineEntry} OutlineEntry */
/** @typedef {import("../schema/types.js").Statement} Statement */
/** @typedef {import("../schema/types.js").Written} Written */
/** @typedef {import("../facts/entries.js").Entries} Entries */
/** @typedef {Record<string, import("../schema/types.js").FactSpec>} Specs */
/** @typedef {import("../document/paragraphs.js").Part} Part */
/** @typedef {import("../templating/own_text.js").OwnLine} OwnLine */
/** @typedef {import("./summary.js").Passage} Passage */
/** @typedef {import("./summary.js").Choices} Choices */

/**
 * The parts of a body or an own line: the facts that they were made from, as they were written then; the facts
 * that conditions and loops have read.
 * @typedef {{made: Part[], written: Map<string, Written | undefined>, told: string, read: Set<string>}} Rendered
 */

const EVERYWHERE = ["period", "last_period", "as_of"]; // every figure is worded by them
const WRITTEN = ["written"]; // as a fact, so that nothing of it is taken for a mark

/** Composes an archetype's document; keeps what it rendered, and renders again only what has changed. */
export class Composer {
  /** @type {Facts} */
  #facts = {};
  /** @type {Specs} */
  #specs = {};
  #context = new Context({}, {});
  /** @type {import("../templating/render.js").Scope} */
  #scope = (name) => this.#context.fact(name);
  /** @type {Set<string>} the facts that conditions and loops have read */
  #read = new Set();
  /** @type {Set<string>} the facts that anything has asked for */
  #asked = new Set();
  /** @type {unknown[]} */
  #stated = [];
  /** What the opening states and what an overview shows beside it, as texts are told apart by it. */
  #told = "";
  /** Whether a section of a group is an item with its places as sentences; drafts of schema 1 had none. */
  runsIn = true;
  /** @type {Entries} */
  #entries = {};
  /** @type {WeakMap<object, Rendered>} by body or own line */
  #rendered = new WeakMap();
  /** @type {Map<string, {made: unknown[], blocks: Block[]}>} the blocks of each section, with what they were made of */
  #sections = new Map();

  /**
   * @param {Archetype} archetype
   * @param {import("./summary.js").OwnTools | null} [tools] none are needed while there is no content
   */
  constructor(archetype, tools = null) {
    this.tools = tools;
    this.summary = new Summary(archetype);
  }

  get archetype() {
    return this.summary.archetype;
  }

  /**
   * The document with these facts: what is missing or invalid prints as a blank.  It has no numbers
   * yet (numbering.js).
   * @param {Facts} facts
   * @param {Choices} [choices]
   * @returns {Document}
   */
  document(facts, choices = {}) {
    return this.#assembled(this.#begin(facts, choices));
  }

  /**
   * Composes what `document` then finds made: each step is a section.
   * @param {Facts} facts
   * @param {Choices} choices
   */
  *steps(facts, choices) {
    this.#begin(facts, choices);
    for (const { use = "" } of this.summary.lines) {
      yield;
      for (const passage of this.summary.passages(use)) this.#passage(passage);
    }
  }

  /**
   * Takes the facts and choices of a document; gives its entries.
   * @param {Facts} facts
   * @param {Choices} choices
   */
  #begin(facts, choices) {
    this.#change(choices);
    const { specs, content } = this.summary;
    const entries = this.#entered(specs, facts);
    this.#stated = statedFacts(this.summary, entries);
    const announced = [...this.#stated, ...tabledFacts(this.summary)];
    this.#told = [this.#stated, announced].join(";");
    this.#context = new Context(specs, entries, content.marks?.as_of, announced);
    this.#facts = facts;
    this.#entries = entries;
    this.#specs = specs;
    this.#read = new Set();
    this.#asked = new Set();
    return entries;
  }

  /**
   * The entries of the facts; those that were read before and have not changed are not read again.
   * @param {Specs} specs
   * @param {Facts} facts
   */
  #entered(specs, facts) {
    const names = Object.keys(specs);
    const isKept = (/** @type {string} */ name) => specs === this.#specs && facts[name] === this.#facts[name];
    const { entries: fresh } = readEntries(specs, names.filter((name) => !isKept(name)), facts);
    /** @type {[string, Entries[string]][]} */
    const found = [];
    for (const name of names) {
      const entry = isKept(name) ? this.#entries[name] : fresh[name];
      if (entry !== undefined) found.push([name, entry]);
    }
    return Object.fromEntries(found);
  }

  /**
   * The value of a fact in the document that was composed last.
   * @param {string} name
   */
  fact(name) {
    return this.#context.fact(name);
  }

  /**
   * Whether the document that was composed last would be another one if it had this fact.
   * @param {string} name
   */
  asks(name) {
    return this.#asked.has(name);
  }

  /** Renders all again the next time: what reads own words has been loaded. */
  forget() {
    this.#rendered = new WeakMap();
  }

  /**
   * Takes other choices; where facts are declared or dated otherwise, all is rendered again.
   * @param {Choices} choices
   */
  #change(choices) {
    const { own, marks } = this.summary.content;
    this.summary = this.summary.with(choices, this.tools);
    this.choices = choices;
    const { content } = this.summary;
    const isSame = own?.facts === content.own?.facts && marks?.as_of === content.marks?.as_of;
    if (!isSame) this.#rendered = new WeakMap();
  }

  /**
   * @param {import("../facts/entries.js").Entries} entries
   * @returns {Document}
   */
  #assembled(entries) {
    const body = withoutLoneItems(this.summary.outline.flatMap((entry) => this.#entry(entry, 1)));
    const blocks = [...this.#framed(FRAME_HEAD), ...body, ...this.#framed(FRAME_FOOT)];
    const { archetype: { id, version }, summary } = this;
    const read = this.#read;
    return {
      ...{ archetype: id, version, title: blocks[0]?.text ?? "", blocks },
      // counted when somebody asks: the text itself does not wait for it
      get blanks() {
        return blocks.flatMap(allRuns).filter((run) => run.blank).length;
      },
      get unused() {
        return unusedFacts(summary, entries, read, blocks);
      },
    };
  }

  /**
   * Lines of the frame; those that say nothing are left out, but for the title.
   * @param {readonly (keyof Archetype["frame"])[]} names
   */
  #framed(names) {
    const blocks = names.map((name) => this.#frameLine(name));
    return blocks.filter(({ type, runs }) => runs.length > 0 || type === "title");
  }

  /** @param {keyof Archetype["frame"]} name */
  #frameLine(name) {
    const own = this.summary.framed(name);
    const parts = own?.lines.map((line) => this.#ownLine(line)) ?? this.#parts(this.archetype.frame[name].body);
    const runs = parts.flatMap((part) => part.runs);
    return block(name, mergeLiteralRuns(runs));
  }

  /**
   * The parts of a template's body.
   * @param {Statement[]} body
   * @param {string} [place]
   */
  #parts(body, place) {
    return this.#remembered(body, (read) => {
      const rows = (/** @type {string[]} */ names) => this.#rows(names, read);
      const parts = withTables(partsOf(render(body, this.#scope, read), rows));
      return place === undefined ? parts : of(place, parts);
    });
  }

  /**
   * What is made of a body or an own line; it is not made again while the facts that it asked for stay.
   * @param {object} key
   * @param {(read: Set<string>) => Part[]} make
   */
  #remembered(key, make) {
    const before = this.#rendered.get(key);
    const found = before && this.#isFresh(before) ? before : this.#made(make);
    this.#rendered.set(key, found);
    for (const name of found.read) this.#read.add(name);
    for (const name of found.written.keys()) this.#asked.add(name);
    return found.made;
  }

  /** @param {Rendered} rendered */
  #isFresh({ written, told }) {
    return told === this.#told && [...written].every(([name, fact]) => fact === this.#facts[name]);
  }

  /**
   * @param {(read: Set<string>) => Part[]} make
   * @returns {Rendered}
   */
  #made(make) {
    /** @type {Set<string>} */
    const read = new Set();
    const { made, asked } = this.#context.recorded(() => make(read));
    const written = new Map([...asked, ...EVERYWHERE].map((name) => [name, this.#facts[name]]));
    return { made, written, told: this.#told, read };
  }

  // --- the outline ---

  /**
   * @param {OutlineEntry} entry
   * @param {number} level
   * @returns {Block[]}
   */
  #entry(entry, level) {
    const { own, sections = [], heading = "" } = entry;
    if (own) return this.#ownSection(entry, level);
    if (sections.length === 0) return this.#section(entry, level);
    const each = sections.map((inner) => this.#entry(inner, level + 1));
    const [only, other] = sections.filter((_, at) => each[at]?.[0]);
    if (!only) return [];
    const isLone = this.runsIn && !other; // it takes the place of the group
    const blocks = isLone ? this.#entry(only, level) : each.flat();
    if (isLone && blocks[0]?.type === "heading") blocks.shift();
    return [headingBlock(heading, level, ""), ...blocks];
  }

  /**
   * The blocks of a section; they are not made again while all that they were made of stays.
   * @param {OutlineEntry} entry
   * @param {number} level
   */
  #section({ use = "", heading }, level) {
    const section = ownValue(this.archetype.sections, use);
    if (!section) return [];
    const passages = this.summary.passages(use);
    const wholes = passages.map((passage) => this.#passage(passage));
    const made = [section, heading, level, this.runsIn, ...passages, ...wholes];
    const before = this.#sections.get(use);
    const isSame = before?.made.length === made.length && made.every((one, at) => one === before.made[at]);
    const blocks = isSame ? before.blocks : this.#sectionBlocks(section, use, heading, level, passages, wholes);
    this.#sections.set(use, { made, blocks });
    return [...blocks];
  }

  /**
   * @param {import("../schema/types.js").Section} section
   * @param {string} use
   * @param {string | undefined} heading
   * @param {number} level
   * @param {readonly Passage[]} passages
   * @param {Part[][]} wholes what each of them says
   */
  #sectionBlocks(section, use, heading, level, passages, wholes) {
    const isRunIn = this.#isItem(level);
    const hasHeading = Boolean(section.heading || heading);
    const isAlone = this.runsIn && hasHeading && hasOneItem(wholes);
    /** @type {Part[]} */
    let parts = [];
    for (const [at, passage] of passages.entries()) {
      const [whole, title] = [wholes[at] ?? [], passage.title ?? ""];
      const isTold = isRunIn || (isAlone && isLedBy(title, whole));
      const found = isTold && passage.isPlace ? untitled(title, whole) : whole;
      const joined = passage.joined && (isRunIn || this.archetype.form === "brief");
      parts = joined ? continued(parts, found) : [...parts, ...found];
    }
    if (!hasHeading) return headlessBlocks(parts, use);
    return this.#headed([heading, section.name].find(Boolean) ?? "", level, use, parts);
  }

  /**
   * @param {OutlineEntry} entry
   * @param {number} level
   */
  #ownSection({ own = "", heading }, level) {
    const parts = withTables(this.summary.ownSection(own).lines.map((line) => this.#ownLine(line)));
    const name = this.summary.content.own?.sections?.[own]?.name;
    return this.#headed([heading, name].find(Boolean) ?? "", level, own, parts);
  }

  /** @param {number} level of a section */
  #isItem(level) {
    return this.runsIn && level > 1;
  }

  /**
   * A section's blocks under its heading; nothing when it says nothing.
   * @param {string} text
   * @param {number} level
   * @param {string} section
   * @param {Part[]} parts
   * @returns {Block[]}
   */
  #headed(text, level, section, parts) {
    if (parts.length === 0) return [];
    if (this.#isItem(level)) return ledBlocks(withoutBidiControls(joinLines(text)), parts, section, level);
    return [headingBlock(text, level, section), ...sectionBlocks(parts, section, level)];
  }

  // --- passages ---

  /**
   * @param {Passage} passage
   * @returns {Part[]}
   */
  #passage({ name, body = [], text, title, isPlace }) {
    if (!text) return this.#parts(body, name);
    const parts = withTables(text.lines.map((line) => this.#ownLine(line)));
    const untitled = !title || (isPlace && this.archetype.form === "brief");
    if (untitled || (isPlace && parts.length === 0)) return of(name, parts);
    return of(name, titled(title, parts));
  }

  /**
   * @param {OwnLine} line
   * @returns {Part}
   */
  #ownLine(line) {
    const { mark, body } = line;
    const [part] = this.#remembered(body, (read) => {
      if (mark !== "table") return [{ mark, runs: withTyped(runsOf(render(body, this.#scope, read)), line) }];
      return [{ mark, runs: [], table: body.map((name) => this.#figureRow(String(name), read)) }];
    });
    return /** @type {Part} */ (part);
  }

  // --- for those who write their own words ---

  /**
   * What the writer has typed of a run's text, each stretch with its own line.
   * @param {import("../schema/types.js").Run} run
   */
  typedIn(run) {
    return typedIn(run);
  }

  /**
   * What a template's body says now, with its figures as `write` writes them, which is told the figures that each
   * prints, and all that it prints; as printed where that gives nothing.
   * @param {Statement[]} body
   * @param {(expression: import("../schema/types.js").Expression, figures: string, all: string) => string | null} write
   */
  written(body, write) {
    /** @type {import("../templating/render.js").Print} */
    const print = (expression, scope) => {
      const pieces = printed(expression, scope);
      const figures = pieces.map((piece) => (piece instanceof Value ? piece.text : ""));
      const all = pieces.map((piece, at) => (typeof piece === "string" ? piece : figures[at]));
      const text = write(expression, figures.join(""), all.join(""));
      if (text === null) return pieces;
      const value = new Value(text, WRITTEN);
      return pieces[0] instanceof Table ? ["\n\n", value, "\n\n"] : [value];
    };
    const rows = (/** @type {string[]} */ names) => this.#rows(names, new Set());
    return partsOf(render(body, this.#scope, new Set(), print), rows);
  }

  /**
   * What an own text prints now, as blocks of a section.
   * @param {import("../templating/own_text.js").OwnText} text
   */
  printed({ lines }) {
    return sectionBlocks(withTables(lines.map((line) => this.#ownLine(line))), "", 1);
  }

  /**
   * @param {string} name
   * @returns {import("../document/figure_table.js").FigureRow["value"]}
   */
  #figure(name) {
    const value = /** @type {unknown} */ (this.#scope(name));
    return /** @type {import("../document/figure_table.js").FigureRow["value"]} */ (value);
  }

  /**
   * The rows of a template's table: none of what the opening states, if any stay.
   * @param {string[]} names
   * @param {Set<string>} read
   */
  #rows(names, read) {
    const others = names.filter((name) => !this.#stated.includes(name));
    return (others.length > 0 ? others : names).flatMap((name) => this.#knownRows(name, read));
  }

  /**
   * The row of a template's table; a rate of nothing, which is no rate, has none.
   * @param {string} name
   * @param {Set<string>} read
   */
  #knownRows(name, read) {
    const row = asKnown(this.#figureRow(name, read));
    const { denominator } = this.summary.specs[name] ?? {};
    if (!denominator) return [row];
    read.add(denominator);
    return zero(this.#figure(denominator)) ? [] : [row];
  }

  /**
   * @param {string} name
   * @param {Set<string>} read
   */
  #figureRow(name, read) {
    const { specs } = this.summary;
    const spec = specs[name];
    read.add(name);
    const [label, unit] = spec ? [spec.label, unitOf(spec)] : [name, ""];
    const compares = sides(spec, specs).includes("last");
    return { label, unit, value: this.#figure(name), compares };
  }
}

/**
 * Parts as those of a place.
 * @param {string} place
 * @param {Part[]} parts
 */
function of(place, parts) {
  return parts.map((part) => ({ ...part, places: [place] }));
}

/**
 * @param {string} text
 * @param {number} level
 * @param {string} section
 */
function headingBlock(text, level, section) {
  return block("heading", [{ text: withoutBidiControls(joinLines(text)) }], { level, section });
}
