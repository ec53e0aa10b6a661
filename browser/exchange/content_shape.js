// The shape of what a draft file brings of its own; mirrors macros/schema/facts_files.py, and says where a
// value has another shape.

import { isOn } from "../facts/own_facts.js";
import { FACT_TYPES } from "../schema/fact_types.js";

/** @typedef {import("../schema/types.js").Content} Content */
/** @typedef {Record<string, any>} Unknown */
/** @typedef {(string | number)[]} Keys */
/** @typedef {{keys: Keys, why: string}} Misfit where a value does not fit, and why if more can be said */
/** @typedef {(value: any, keys: Keys) => Misfit | null} Shape */

const NO_VALUE = "“null”是空值，没有就删去"; // as macros/source/yaml_reader.py says
const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const OWN_FACT = /^own_[a-z0-9_]+$/;
const OWN_SECTION = /^own-[a-z0-9]+(-[a-z0-9]+)*$/;
const FIELD = /^[a-z][a-z0-9_]*$/;
const ITEM = /^[A-Za-z0-9_-]+$/;
const WHOLE = /^-?(0|[1-9]\d{0,14})$/;
const EXACT = /^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/;
const FLAG = /^(true|false|yes|no|on|off|y|n|t|f|1|0)$/i;
const MARK = /[〔〕·|]/;
const LONGEST_NAME = 60;
const LONGEST_TEXT = 200_000;

// --- shapes ---

/** @type {(keys: Keys, why?: string) => Misfit} */
const misfit = (keys, why = "") => ({ keys, why });

/** @type {(value: any) => boolean} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @type {(fits: (text: string) => boolean) => Shape} */
const text = (fits) => (value, keys) => {
  if (value === null) return misfit(keys, NO_VALUE);
  return typeof value === "string" && fits(value) ? null : misfit(keys);
};

/** @type {(pattern: RegExp, most?: number) => Shape} */
const matching = (pattern, most = LONGEST_NAME) =>
  text((value) => pattern.test(value) && Array.from(value).length <= most);

/** @type {(of: Shape, least?: number) => Shape} */
const list = (of, least = 0) => (value, keys) => {
  if (value === null) return misfit(keys, NO_VALUE);
  if (!Array.isArray(value) || value.length < least) return misfit(keys);
  return first(value.map((item, index) => () => of(item, [...keys, index])));
};

/** @type {(names: RegExp, of: Shape) => Shape} */
const record = (names, of) => (value, keys) => {
  if (value === null) return misfit(keys, NO_VALUE);
  if (!isObject(value)) return misfit(keys);
  const checks = Object.entries(value).map(([name, inner]) => () => {
    const at = [...keys, name];
    return names.test(name) && name.length <= LONGEST_NAME ? of(inner, at) : misfit(at, `名称“${name}”不规范`);
  });
  return first(checks);
};

/** @type {(shapes: Record<string, Shape>, needed?: string[]) => Shape} */
const object = (shapes, needed = []) => (value, keys) => {
  if (value === null) return misfit(keys, NO_VALUE);
  if (!isObject(value)) return misfit(keys);
  const missing = needed.find((key) => !Object.hasOwn(value, key));
  if (missing) return misfit(keys, `缺少“${missing}”`);
  const checks = Object.entries(value).map(([key, inner]) => () => {
    const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
    return shape ? shape(inner, [...keys, key]) : misfit([...keys, key], `不认识的键“${key}”`);
  });
  return first(checks);
};

/** @type {(...shapes: Shape[]) => Shape} all of them fit */
const every = (...shapes) => (value, keys) => first(shapes.map((shape) => () => shape(value, keys)));

/** @type {(fits: (value: any) => unknown, why: string) => Shape} */
const rule = (fits, why) => (value, keys) => (fits(value) ? null : misfit(keys, why));

/** @param {(() => Misfit | null)[]} checks */
function first(checks) {
  for (const check of checks) {
    const found = check();
    if (found) return found;
  }
  return null;
}

// --- the kinds of texts ---

const any = text(() => true);
const filled = text(Boolean);
const long = text((value) => Array.from(value).length <= LONGEST_TEXT);
const line = text((value) => !value.includes("\n") && Array.from(value).length <= LONGEST_NAME);
const lists = record(SLUG, list(filled));
/** @type {Shape} */
const flag = (value, keys) =>
  typeof value === "boolean" || (typeof value === "string" && FLAG.test(value)) ? null : misfit(keys);
/** @type {(least: number, most: number) => Shape} */
const whole = (least, most) =>
  text((value) => WHOLE.test(value) && Number(value) >= least && Number(value) <= most);
/** @type {Shape} */
const range = every(
  list(matching(EXACT), 2),
  rule((edges) => edges.length === 2 && Number(edges[0]) < Number(edges[1]), "range 的下限应小于上限"),
);

const UNPLACED = object({ section: any, text: any }, ["section", "text"]);

// --- the outline ---

/** @type {(inner: Shape) => Shape} */
const entry = (inner) =>
  every(
    object({ use: matching(SLUG), own: matching(OWN_SECTION), heading: filled, sections: list(inner) }),
    rule(
      ({ use, own, sections = [] }) => [use, own, sections.length > 0].filter(Boolean).length === 1,
      "每项只写 use、own、sections 中的一个",
    ),
    rule(({ heading, sections = [] }) => sections.length === 0 || heading, "一组章节缺少“heading”"),
  );
const nested = rule(({ sections = [] }) => sections.length === 0, "组里面又有组");
/** @type {Shape} */
const outline = list(entry(every(entry(any), nested)));

// --- own facts ---

/** @type {Shape} */
const oneOrMore = (value, keys) => list(matching(FIELD))([value].flat(), keys);
const FIELD_KEYS = {
  ...{ label: filled, hint: filled, type: filled, unit: any, decimals: whole(0, 6), range },
  ...{ options: list(filled, 2), required: flag, approx: flag, to_day: flag, in_period: flag, definition: any },
  ...{ source: any, part_of: oneOrMore },
};
const NEEDED = /** @type {const} */ (["range", "options", "numerator", "denominator", "fields"]);

/** @type {(trait: "fact" | "field") => Shape} */
const typed = (trait) => rule(({ type }) => traits(type)?.[trait] === true, "“type”不对");

/** @param {string} type */
function traits(type) {
  return Object.hasOwn(FACT_TYPES, type) ? FACT_TYPES[/** @type {"text"} */ (type)] : undefined;
}

/** @type {(given: readonly string[]) => Shape} the keys that a type needs and takes */
const fitting = (given) => (value, keys) => {
  const { needs = [], allows = [], whole: isWhole = false } = traits(value.type) ?? FACT_TYPES.text;
  const known = NEEDED.filter((key) => !given.includes(key));
  const missing = known.find((key) => needs.includes(key) && !Object.hasOwn(value, key));
  if (missing) return misfit(keys, `${String(value.type)} 类型缺少“${missing}”`);
  const more = known.find((key) => Object.hasOwn(value, key) && !needs.includes(key) && !allows.includes(key));
  if (more) return misfit([...keys, more], `${String(value.type)} 类型不用“${more}”`);
  return isWhole && value.decimals !== undefined ? misfit([...keys, "decimals"], "整数不写“decimals”") : null;
};
const dated = rule(({ to_day: day, type }) => !isOn(day) || type === "date", "to_day 只用于日期");
const field = every(object(FIELD_KEYS, ["label", "hint", "type"]), typed("field"), fitting([]), dated);
const fact = every(
  object(
    {
      ...FIELD_KEYS,
      ...{ aliases: list(filled), series: list(matching(/^(last|plan)$/)), growth: flag, better: matching(/^(higher|lower)$/) },
      ...{ additive: flag, not_before: matching(FIELD), numerator: matching(FIELD), denominator: matching(FIELD) },
      ...{ sum_of: list(matching(FIELD), 2), at_least: whole(0, 1e15), fields: record(FIELD, field) },
      ...{ apart_from: oneOrMore, at_most: oneOrMore, line: matching(FIELD), mean: matching(FIELD) },
    },
    ["label", "type"],
  ),
  typed("fact"),
  (value, keys) => fitting(traits(value.type)?.number ? ["range"] : [])(value, keys),
  dated,
  rule(({ label }) => !MARK.test(label), "指标的名称里有〔〕·|"),
  rule(({ type, unit }) => traits(type)?.kind !== "number" || unit !== undefined, "数要有“unit”，没有单位写空"),
  rule(({ type, unit }) => !traits(type)?.units || unit === undefined || traits(type)?.units?.includes(unit), "单位不对"),
  rule(({ type, additive }) => additive === undefined || isOn(additive) || traits(type)?.number, "additive 只用于数"),
  rule(
    ({ type, series = [], approx, sum_of: parts }) =>
      series.length === 0 || (traits(type)?.series === true && !isOn(approx) && !parts),
    "series 只用于直接填报的数，概数、合计和比率不写",
  ),
);

// --- all of it ---

const content = object({
  ...{ outline, skip: lists, order: lists },
  own: object({
    facts: record(OWN_FACT, fact),
    sections: record(OWN_SECTION, object({ name: filled, text: long }, ["name", "text"])),
    items: record(SLUG, list(object({ id: matching(ITEM, 40), after: filled, title: line, text: long }, ["id"]))),
    texts: record(SLUG, record(/[^]/, long)),
  }),
  marks: (value, keys) => {
    if (value === null) return misfit(keys, NO_VALUE);
    if (!isObject(value)) return misfit(keys);
    const { emphasis = {}, as_of: days = {}, answers = {}, dismissed = {}, unplaced = [], rolled_from: ended = "" } = value;
    const texts = record(/[^]/, any);
    const known = [
      () => texts(emphasis, [...keys, "emphasis"]),
      () => texts(days, [...keys, "as_of"]),
      () => (isObject(answers) ? null : misfit([...keys, "answers"])),
      () => (isObject(dismissed) ? null : misfit([...keys, "dismissed"])),
      () => list(UNPLACED)(unplaced, [...keys, "unplaced"]),
      () => any(ended, [...keys, "rolled_from"]),
    ];
    return first(known);
  },
});

/**
 * The first thing in a content that does not have its shape, in words; an empty text where all has.
 * @param {Unknown} data
 */
export function contentMisfit(data) {
  const found = content(data, []);
  if (!found) return "";
  return `自拟内容 ${placeText(found.keys)} 的格式不对${found.why && `：${found.why}`}`;
}

/** @param {Keys} keys */
function placeText(keys) {
  return keys.map((key) => (typeof key === "number" ? `[${String(key)}]` : `.${key}`)).join("").slice(1);
}
