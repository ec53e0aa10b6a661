// What somebody typed as words to search for, without what any query may have.

// what a word begins or ends with in the query for any summary
const COMMON = /^[本全][市县区镇乡街校院局]|(?:(?:工作|全年|年度|年终|[上下]?半年|[一二三四]?季度|学期)*总结|工作|情况)$/gu;
const PERIODS = /年度|半年|季度|学期/g;
const BETWEEN = /[^\p{L}\p{N}.%]+|\.(?!\d)/u; // but not the point within a number: 1463.70
const HAN = /\p{sc=Han}/u;
const THOUSANDS = /(?<=\d),(?=\d{3})/g; // 1,463.70 is 1463.70
const FILLER = /怎么写|怎样写|如何写|范文|情况汇报|汇报材料|\d{4}年/g; // words that every query may have
const PINYIN = /^[a-z' ]+$/; // still being composed into characters: no query to advise on
const LONGEST = 100; // characters of a query; the rest of a longer one is ignored

export const SHORTEST = 2; // characters of a term: a single one is in every text

/**
 * The query to search for: cut to a sensible length, without filler words.
 * @param {string} query
 */
export function cleaned(query) {
  const folded = fold(query.slice(0, LONGEST).normalize("NFKC")).replace(THOUSANDS, "").trim();
  return folded.replace(FILLER, " ").trim() || folded;
}

/**
 * The words of a query, without what the query for any summary may have.
 * @param {string} query
 */
export function wordsOf(query) {
  const words = query.split(BETWEEN).map((word) => word.replace(COMMON, "") || word);
  return words.filter((word) => word.length >= SHORTEST || HAN.test(word));
}

/**
 * The words in a query for the time that a summary is of.
 * @param {string} query
 */
export function periodsOf(query) {
  return query.match(PERIODS) ?? [];
}

/**
 * Tells whether a query may be what an input method shows before it gives characters.
 * @param {string} query
 */
export function isPinyin(query) {
  return PINYIN.test(query);
}

/**
 * The text in lower case, unless that moves characters.
 * @param {string} text
 */
export function fold(text) {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}
