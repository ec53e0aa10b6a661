// The figures of a text that are told exactly, each with its name in full and what is told beside it.

/** @typedef {import("../../prose/types.js").Prose} Prose */
/** @typedef {import("../../prose/types.js").Statement} Statement */
/**
 * noun: what is counted, where that stands behind the number; beside: what the sentence tells right before and after it.
 * @typedef {Statement & { name: string, line: number, noun: string, beside: Statement[] }} Told
 */

const NOUN = /^([一-鿿]{1,8}?)(?:中(?![医心学])|里|均|逐|全[部都面])/; // 98名职工中: all of them
export const ANY_RATE = /^(?:[合及]格|完成|覆盖|整改|满意|达标|阳性|检出|规范|随访|管理|有效|办结|知晓)率(?:[（(].*)?$/; // of any thing

/**
 * The figures of a text that are told exactly.
 * @param {Prose} prose
 * @returns {Told[]}
 */
export function toldIn(prose) {
  const { statements, sentences, period } = prose;
  const own = ownTime(period);
  return statements.flatMap((one, at) => {
    if (!isExact(one)) return [];
    const beside = [at - 1, at + 1].flatMap((place) => statements[place] ?? []).filter(({ sentence }) => sentence === one.sentence);
    return [
      {
        ...one,
        beside,
        clause: one.clause.replace(own, ""),
        name: fullName(one, beside[0]),
        line: sentences[one.sentence]?.line ?? -1,
        noun: NOUN.exec(one.after)?.[1] ?? "",
      },
    ];
  });
}

/**
 * The words for the period itself: 上半年 in a summary of it.
 * @param {Prose["period"]} period
 */
function ownTime(period) {
  const [, part = ""] = /^20[0-9]{2}年度?第?(.*)/.exec(period?.label ?? "") ?? [];
  return new RegExp(`^(?:${String(period?.year ?? "(?!)")}年度?)?(?:第?${part || "全年"})?(?:本(?:年度?|季度|学期|学年|期)|今年|全年)?`);
}

/** @param {Statement} one */
function isExact({ kind, quantity }) {
  return (
    ["value", "to", "share", "prior", "per"].includes(kind) &&
    !quantity.rough &&
    !quantity.range &&
    quantity.unit !== "" &&
    !quantity.chinese
  );
}

/**
 * The name of a rate with that of its part before it: 患者规范管理9640人，规范管理率.
 * @param {Statement} one
 * @param {Statement | undefined} previous
 */
function fullName({ indicator }, previous) {
  const part = previous?.indicator ?? "";
  return /[一-鿿]{2}率$/.test(indicator) && part.endsWith(indicator.slice(0, -1)) ? `${part}率` : indicator;
}
