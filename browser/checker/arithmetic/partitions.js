// Names by which a list divides its whole without leaving anything out: 男、女; 0—5岁……60岁及以上.

/** @typedef {import("../../prose/types.js").Statement} Statement */

// Those of which each thing is one or the other, so that a list of them needs no 其中 and nothing may follow.
const OPPOSITES = divisions(`
  男/女 线上/线下 住校/走读 专职/兼职 城镇/农村 城市/农村 县内/县外 市内/市外 院内/院外 本地/外地 医保/自费 初诊/复诊 以内/以上
  免疫规划/非免疫规划 择期/急诊 正式/预备 重点人群/普通人群/一般人群 初次/再次 当场/限期 简易程序/一般程序/普通程序
  公办/民办 国产/进口 顺产/剖宫产 异性/同性 在职/退休 正高/副高 甲级/乙级 病假/事假`);
const OFTEN = divisions(`
  居民/职工 甲类/乙类/丙类 轻度/中度/重度 轻症/重症 门诊/住院 内科/外科/妇儿/医技 小学/初中/高中 春季/秋季 财政/自筹 自查/检查`);
const AGES = /[0-9]岁|岁(?:及)?以[上下]|岁组/;
const RESIDUE = /^[、，；]?(?:[^，。；、0-9]{0,4}(?:和|及|以及))?(?:其他|其它|其余|尚未)/;

/**
 * Whether two amounts side by side are opposites: what is one is not the other.
 * @param {Statement} one
 * @param {Statement} next
 */
export function areOpposite(one, next) {
  return (
    [one, next].every(({ clause }) => AGES.test(clause)) ||
    [...OPPOSITES, ...OFTEN].some((group) => differ(wordIn(group, one), wordIn(group, next)))
  );
}

/**
 * The number of parts at the beginning that are opposites of each other; 0 where they are none.
 * @param {Statement[]} parts
 */
export function oppositeParts(parts) {
  const first = parts[0];
  const group = first && OPPOSITES.find((words) => parts[1] && differ(wordIn(words, first), wordIn(words, parts[1])));
  if (!group) return isAges(parts) ? parts.length : 0;
  const words = parts.map((one) => wordIn(group, one));
  const end = words.findIndex((word, at) => word === undefined || words.indexOf(word) < at);
  return end < 0 ? parts.length : end;
}

/** @param {Statement[]} parts */
function isAges(parts) {
  return parts.every(({ clause }) => AGES.test(clause)) && parts.some(({ clause }) => /以上|以下|及/.test(clause));
}

/**
 * Whether a list ends with what is not named: 其他.
 * @param {Statement[]} parts
 */
export function endsWithRest(parts) {
  return parts.length > 2 && RESIDUE.test((parts.at(-1)?.before ?? "").replace(/^[^、，；]*(?=[、，；])/, ""));
}

/**
 * @param {string | undefined} word
 * @param {string | undefined} other
 */
function differ(word, other) {
  return word !== undefined && other !== undefined && word !== other;
}

/**
 * The first word of a group that an amount is named by.
 * @param {string[]} group
 * @param {Statement} one
 */
function wordIn(group, { clause }) {
  return group.find((word) => clause.includes(word));
}

/**
 * Groups of words, of each the longest first, which may have others in them: 非免疫规划, 免疫规划.
 * @param {string} written
 */
function divisions(written) {
  return written
    .trim()
    .split(/\s+/)
    .map((group) => group.split("/").sort((a, b) => b.length - a.length));
}
