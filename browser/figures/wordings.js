// Says what a sentence makes of a figure: nothing, one and all in words, and what is unknown unsaid; mirrors
// macros/figures/wordings.py.

import { now, pair, share, side } from "./arithmetic.js";
import { against, before, compared, fromPlan, setBeside } from "./comparisons.js";
import { announced } from "./conditions.js";
import { Blank, blank, factsOf, Value, WHOLE } from "./values.js";

/** @typedef {import("./arithmetic.js").Numeric} Numeric */
/** @typedef {import("./values.js").Figure} Figure */

const DONE = "已"; // what leads a word for something that is done: 已整改
const FEW = 2; // one of two is half of them, one of more is few

/**
 * 召开专题会议3次, or for zero the words for it: 没有召开专题会议.
 * @param {Numeric} x
 * @param {string} word
 * @param {string} none
 */
export function told(x, word, none) {
  const mine = now(x);
  return mine?.number.sign === 0 ? new Value(none, mine.facts, mine.formula) : after(word, x);
}

/**
 * A figure with its own date, or its blank, after a word.
 * @param {string} word
 * @param {Numeric} x
 */
function after(word, x) {
  const mine = now(x);
  if (!mine) return new Blank(word + x.text, x.facts);
  return new Value(word + mine.text + mine.asOf, mine.facts, mine.formula);
}

/**
 * What became of a plan: 按计划检查4次; 检查3次，比计划的4次少1次.
 * @param {Numeric} x
 * @param {string} word
 * @param {string} none
 */
export function planned(x, word, none) {
  const both = pair(x, "plan");
  if (!both?.[1].number.sign) return told(x, word, none);
  const off = fromPlan(...both);
  return new Value(againstPlan(both, off.text, word, none), off.facts, off.formula);
}

/** @type {(both: [Figure, Figure], off: string, word: string, none: string) => string} */
function againstPlan([mine, plan], off, word, none) {
  if (!mine.number.sign) return `计划${word}${plan.text}，${none}`;
  return off ? `${word}${mine.text}，比计划的${plan.text}${off}` : `按计划${word}${mine.text}`;
}

// --- a part of a whole ---

/**
 * How much of a whole is so: 全部合格, 均不合格, or 合格8份 with its rate where asked.
 * @param {Numeric} part
 * @param {Numeric} whole
 * @param {string} word
 * @param {string} other
 * @param {string} [rateWord]
 */
export function outcome(part, whole, word, other, rateWord) {
  const [a, b] = [now(part), now(whole)];
  if (b?.number.sign === 0) return blank([part, whole]);
  const said = a && b ? allOrNone(a, b, word, other) : "";
  if (said) return new Value(said, factsOf(part, whole));
  const few = a && b && a.base.compare(1) === 0 && b.base.compare(FEW) > 0;
  const some = few ? new Value(`仅${a.text}${word}`, a.facts) : after(word, part);
  if (!rateWord) return some;
  const exceeds = a && b && a.base.compare(b.base) > 0;
  const rate = exceeds ? blank([part, whole], "%") : share(part, whole);
  return joined(some, rated(rate, rateWord));
}

/** @type {(part: Figure, whole: Figure, word: string, other: string) => string} */
function allOrNone(part, whole, word, other) {
  const one = whole.base.compare(1) === 0;
  if (part.base.compare(whole.base) === 0) {
    return one ? word : (word.startsWith(DONE) ? "均" : "全部") + word;
  }
  if (part.number.sign) return "";
  return one ? other : `均${other}`;
}

/**
 * What follows an outcome: ，合格率80%，比上年同期提高2个百分点; after all or none only its change, and not
 * even that where the opening has stated it.  Of a few it follows only beside the earlier one,
 * ，落实率90%，上年为81.25%, unless the dictionary defines the rate.
 * @param {Numeric} rate
 * @param {string} word
 * @param {string} [form]
 */
export function rated(rate, word, form) {
  const [mine, earlier] = [now(rate), side(rate, "last")];
  if (!mine) return new Blank(`，${word}${rate.text}`, rate.facts);
  const whole = WHOLE[mine.unit];
  const all = whole !== undefined && mine.number.compare(whole) === 0;
  const said = !mine.bound && (!mine.number.sign || all);
  const value = said ? new Value("") : after(`，${word}`, mine);
  const lead = said ? new Value(`，${word}`) : joined(value, new Value("，"));
  if (mine.ofFew) return ratedOfFew(rate, lead);
  if (!earlier || announced(rate) || (said && earlier.number.compare(mine.number) === 0)) return value;
  return joined(lead, compared(rate, form));
}

/**
 * A rate of a few only beside the earlier one: ，办结率90%，上年为81.25%.
 * @type {(rate: Numeric, lead: Value) => Value}
 */
function ratedOfFew(rate, lead) {
  const both = pair(rate, "last");
  const isTold = both?.[1].number.sign && both[0].number.compare(both[1].number);
  if (!isTold || announced(rate)) return new Value("");
  return joined(lead, before(rate));
}

// --- what follows a figure ---

/**
 * ，比上年同期增加259.05万元，增长21.50% where both periods are known; after a zero ，上年同期为5例, where there
 * was nothing before ，上年同期没有; nothing more of a figure that the opening has stated with its change.
 * @param {Numeric} x
 * @param {string} [form]
 */
export function thenCompared(x, form) {
  return followed(x, form, compared);
}

/**
 * The same without a percentage: ，比上年同期减少3例.
 * @param {Numeric} x
 * @param {string} [form]
 */
export function thenAgainst(x, form) {
  return followed(x, form, against);
}

/**
 * Only what there was before, of the small: ，上年同期为5例.
 * @param {Numeric} x
 * @param {string} [form]
 */
export function thenBefore(x, form) {
  return followed(x, form, earlier);
}

/** @type {typeof compared} */
function earlier(x, form) {
  return side(x, "last")?.number.sign ? before(x, form) : against(x, form);
}

/** @type {(x: Numeric, form: string | undefined, comparing: typeof compared) => Value} */
function followed(x, form, comparing) {
  const both = pair(x, "last");
  if (announced(x) || !both || both.every(({ number }) => !number.sign)) return new Value("");
  const said = both[0].number.sign ? setBeside(x, form, comparing) : before(x, form);
  return joined(new Value("，"), said);
}

/**
 * One value after another; a blank when one of them is.
 * @param {Value} first
 * @param {Value} second
 */
function joined(first, second) {
  const isKnown = first.known && second.known;
  const formula = [first.formula, second.formula].filter(Boolean).join("；");
  const text = first.text + second.text;
  const facts = factsOf(first, second);
  return isKnown ? new Value(text, facts, formula) : new Blank(text, facts, formula);
}
