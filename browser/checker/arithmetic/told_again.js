// Finds a figure that a text tells again with another value: in its overview and further on, in a problem, in what follows.

import { linesAhead } from "../../prose/lines_ahead.js";
import { checkGrownSince } from "./grown_since.js";
import { likeness, mistyped, tellingDigits } from "./chance.js";
import { digitsLike, isRight, known, timesApart } from "./intervals.js";
import { ANY_RATE, toldIn } from "./told.js";
import { checkCells } from "./told_in_tables.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Prose} Prose */
/** @typedef {import("../../prose/types.js").Statement} Statement */
/** @typedef {import("./told.js").Told} Told */

const AIM =
  /力争|确保|争取|目标|计划|(?<![已虽然])达到(?!了)|不[低少]于|[底月]前|明年|下半年|下季度|提升至|[高降]到|控制在|要求|任务|标准|达标线|预期/;
const OTHER =
  /上[年月期学季]|去年|同期|年初|全国|全省|平均|20[0-9]{2}年|[一二三四]季度|[上下]半年|[0-9]月|截[至止]|由|从|原|曾|每|其中|[高低]于|[比较占]/;
const NOW = /(?:由|从)(?:目前|现在|现有)的$/;
const COMMON = /全[年县市区院]|[完达]成|累计|[人例]次|共计|其中|实现|开展/g; // tells of any figure
const [SHORTEST, LONG] = [4, 6]; // signs of a name, and of that of a rate
const FEWEST = 3; // digits of a number that are no chance
const [RARE, SELDOM] = [0.001, 0.005]; // chances that one number looks like another, mistyped
const NEAR = 1.25; // how many times a number may be another that is told of the same things
const MOST = 12; // figures of the same name, and signs before a number
const FULL = 400; // figures of a unit that are held against each other

/**
 * @param {Prose} prose
 * @param {Ledger} ledger
 */
export function checkToldAgain(prose, ledger) {
  const ahead = linesAhead(prose.lines);
  const told = toldIn(prose);
  const present = told.filter((one) => isPresent(one, prose) && !ahead.has(one.line));
  for (const group of groupsBy(present, ({ name, quantity }) => `${name}/${quantity.unit}`, MOST)) checkNamed(group, ledger);
  for (const group of groupsBy(told, ({ quantity }) => quantity.unit, FULL)) checkAlike(group, ledger);
  checkRestated(prose.statements, ledger);
  checkGrownSince(prose.statements, told, ledger);
  checkCells(prose, told, ledger);
}

/**
 * The groups of more than one that have the same key.
 * @param {Told[]} told
 * @param {(one: Told) => string} keyOf
 * @param {number} most
 */
function groupsBy(told, keyOf, most) {
  /** @type {Map<string, Told[]>} */
  const groups = new Map();
  for (const one of told) {
    const group = groups.get(keyOf(one));
    if (!group) groups.set(keyOf(one), [one]);
    else if (group.length < most) group.push(one);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/**
 * Whether a figure tells of the present, by a name that tells it from others.
 * @param {Told} one
 * @param {Prose} prose
 */
function isPresent({ kind, name, clause, sentence, before, part, bracketed, start }, { sentences }) {
  const whole = sentences[sentence];
  const words = whole ? whole.text.slice(0, start - whole.start) : clause;
  const isLong = name.length >= (name.endsWith("率") ? LONG : SHORTEST);
  const isOther = AIM.test(words) || OTHER.test(clause) || OTHER.test(before) || words.includes("分别");
  return kind !== "prior" && kind !== "to" && !part && !bracketed && isLong && !isOther;
}

/**
 * Figures of one name: two values, of which one is the other mistyped, or a rate by a long name.
 * @param {Told[]} group
 * @param {Ledger} ledger
 */
function checkNamed([first, ...others], ledger) {
  if (!first) return;
  const [other] = others.filter((one) => !isRight(first.quantity, known(one.quantity)));
  if (!other) return void ledger.pass("same-indicator");
  const values = new Set([first, ...others].map(({ quantity }) => quantity.value));
  const alike = tellingDigits(first.quantity.written) > 2 && mistyped(first.quantity.written, other.quantity.written);
  const sure = values.size === 2 && other.sentence !== first.sentence && (alike || first.name.endsWith("率"));
  if (sure) ledger.tell("same-indicator", remark(first, other));
  else ledger.skip("same-indicator");
}

/**
 * @param {Statement} first
 * @param {Statement} one
 */
function remark(first, { start, end, quantity }) {
  return {
    start,
    end,
    message: `${first.start < start ? "前" : "后"}面写的是${first.quantity.written}，这里写的是${quantity.written}，请核对。`,
  };
}

/**
 * Figures of one unit in different lines, one of which likely is the other.
 * @param {Told[]} group
 * @param {Ledger} ledger
 */
function checkAlike(group, ledger) {
  const isOnce = (/** @type {Told} */ { quantity }) => group.filter((one) => one.quantity.value === quantity.value).length === 1;
  for (const one of group.filter((each) => isOnce(each) && isOpen(each))) {
    const others = group.filter((each) => each.line !== one.line && (each.start < one.start || !isOnce(each)) && isOpen(each));
    const other = others.find((each) => isSame(one, each)) ?? (one.noun === "" ? undefined : allOfThem(one, others));
    if (other) ledger.tellOnce("same-indicator", { ...remark(other, one), level: "warning" });
  }
}

/**
 * Whether a figure tells of what is now, and is no aim.
 * @param {Told} one
 */
function isOpen({ kind, clause }) {
  return NOW.test(clause) || (kind !== "prior" && !AIM.test(clause) && !OTHER.test(clause));
}

/**
 * Whether a figure is another, mistyped: the rarer that is, the less they need to have in common.
 * @param {Told} one
 * @param {Told} other
 */
function isSame(one, other) {
  const [rough, exact] =
    one.quantity.scale * 10 ** -one.quantity.decimals > other.quantity.scale * 10 ** -other.quantity.decimals ? [one, other] : [other, one];
  const [written, meant] = [rough.quantity.written, digitsLike(exact.quantity.value, rough.quantity)];
  if (tellingDigits(written) < FEWEST || timesApart(one.quantity.value, other.quantity.value) > 3) return false;
  const chance = likeness(written, meant);
  if (chance > SELDOM || isRight(rough.quantity, known(exact.quantity))) return false;
  if (one.quantity.unit === "%") return isSameRate(one, other);
  return haveOneName(one, other) || shared(one, other) >= (chance < RARE ? 1 : 3);
}

/**
 * @param {Told} one
 * @param {Told} other
 */
function haveOneName(one, other) {
  const [a, b] = [one, other].map(({ name }) => name);
  return (
    a !== undefined &&
    b !== undefined &&
    a.length > 1 &&
    b.length > 1 &&
    (a.endsWith(b) || b.endsWith(a) || counts(one, b) || counts(other, a))
  );
}

/**
 * Whether what stands behind a number is what a name ends with: 268名护士, and 在编护士.
 * @param {Told} one
 * @param {string} name
 */
function counts({ after }, name) {
  return after.startsWith(name.slice(-2));
}

/**
 * Whether two rates have the same name, which is not that of any rate.
 * @param {Told} one
 * @param {Told} other
 */
function isSameRate(one, other) {
  const names = [one, other].map(({ name, clause }) => (NOW.test(clause) ? clause.replace(NOW, "").replace(/^.*[底前月日]/, "") : name));
  const [short = "", long = ""] = names.sort((a, b) => a.length - b.length);
  const places = [one, other].map(({ clause }) => /全[市县区]/.test(clause));
  return places[0] === places[1] && short.endsWith("率") && short.length > 2 && !ANY_RATE.test(short) && long.endsWith(short);
}

/**
 * How many pairs of signs stand around both numbers, but those that tell of any figure.
 * @param {Told} one
 * @param {Told} other
 */
function shared(one, other) {
  const around = (one.before.slice(-MOST) + one.after.slice(0, MOST)).replace(COMMON, " ");
  const signs = Array.from(`${other.indicator} ${other.after.slice(0, LONG)}`);
  const pairs = new Set(signs.map((sign, at) => sign + (signs[at + 1] ?? "")));
  return [...pairs].filter((pair) => /^[一-鿿]{2}$/.test(pair) && around.includes(pair)).length;
}

/**
 * The figure of all the things of which one tells: 中心98名职工中, and 在职职工96人.
 * @param {Told} one
 * @param {Told[]} others
 */
function allOfThem(one, others) {
  const named = others.filter(({ indicator, after, part }) => !part && (indicator.endsWith(one.noun) || after.startsWith(one.noun)));
  const [other] = named;
  return named.length === 1 && other && timesApart(other.quantity.value, one.quantity.value) < NEAR ? other : undefined;
}

/**
 * An amount and the same in another scale behind it: 3.62亿元（36200万元）.
 * @param {Statement[]} statements
 * @param {Ledger} ledger
 */
function checkRestated(statements, ledger) {
  statements.forEach((one, at) => {
    const first = statements[at - 1];
    const again =
      first &&
      /^[（(]$/.test(one.before) &&
      /^[）)]/.test(one.after) &&
      first.quantity.unit === one.quantity.unit &&
      first.quantity.scale !== one.quantity.scale;
    if (again && !isRight(first.quantity, known(one.quantity))) ledger.tell("same-indicator", remark(first, one));
  });
}
