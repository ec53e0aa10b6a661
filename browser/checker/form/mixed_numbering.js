// One level numbered in two ways: 1、 among 1., (一) among （一）.

/** @typedef {import("../types.js").Checker} Checker */

const CHINESE = "[一二三四五六七八九十]{1,3}";
const DIGITS = "[0-9]{1,2}";
/** Ways to number the lines of one level. */
const KINDS = [
  [`${DIGITS}[.．](?![0-9])`, `${DIGITS}、`, `${DIGITS}[，,](?=[一-鿿])`],
  [`（${CHINESE}）`, `\\(${CHINESE}\\)`, `（${CHINESE}\\)|\\(${CHINESE}）`],
  [`（${DIGITS}）`, `\\(${DIGITS}\\)`],
  [`${CHINESE}、`, `${CHINESE}[.．，,]`],
].map((ways) => ways.map((way) => new RegExp(`^[ \u3000]{0,4}(?:${way})`)));

/** @type {Checker} */
export function mixedNumbering({ lines }) {
  return KINDS.flatMap((ways) => {
    const told = ways.map((way) => lines.flatMap(({ text, start }) => placeOf(way.exec(text), start)));
    const used = told.filter((places) => places.length > 0);
    if (used.length < 2) return [];
    const most = used.reduce((a, b) => (b.length > a.length ? b : a));
    const [usual] = most;
    return used.filter((places) => places !== most).flat().map(({ start, end, sign }) => ({
      ...{ start, end },
      message: `“${sign}”与“${usual?.sign ?? ""}”混用，同一层的序号只用一种写法`,
    }));
  });
}

/**
 * @param {RegExpExecArray | null} match
 * @param {number} start
 */
function placeOf(match, start) {
  if (!match) return [];
  const sign = match[0].trim();
  const at = start + match[0].length - sign.length;
  return [{ start: at, end: at + sign.length, sign }];
}
