// Days that go backwards: 3月12日收到整改通知，3月5日完成整改; 5月20日至10日.

/** @typedef {import("../types.js").Prose} Prose */
/** @typedef {import("../types.js").Remark} Remark */
/** @typedef {Prose["dates"][number]} Day */

const BEGUN = /[收接]到|接报|报告|发现|查出|启动|开工|受理|立案|印发|下达|开始|确诊|入院|通报|发生|交办/;
const ENDED = /完成|作出|结束|解除|办结|到位|完毕|恢复|通过|验收|用|[竣完]工|出院|销号|反馈|[回答]复|痊愈/;
const HALF = 186; // days of half a year
const BETWEEN = /[上去次翌]年|[此之]前|早在|原定|分别|[先晚]于|提前|依次|[比较]/;
const NEXT = /(?:并|随后|此后|之后|随即)[于在]?$/; // what is done next, whatever it is
const RANGE = /^[至到—～~-]{1,2}$/;

/**
 * Days of which one is told as the end of what had begun on a later one.
 * @param {Prose} prose
 * @returns {Remark[]}
 */
export function backwards({ text, dates, sentences }) {
  return dates.flatMap((begun, index) => {
    const ended = dates[index + 1];
    if (!ended || !isBefore(ended, begun)) return [];
    const between = text.slice(begun.end, ended.start);
    const sentence = sentences.find(({ start, end }) => start <= begun.start && ended.end <= end);
    const isRange = RANGE.test(between) && (begun.month === ended.month || ended.year !== undefined);
    if (!sentence || !(isRange || isEnd(between, text.slice(ended.end, sentence.end)))) return [];
    const message = `“${ended.written}”早于前面的“${begun.written}”，先后请核对。`;
    return [{ start: begun.start, end: ended.end, message }];
  });
}

/**
 * @param {string} between
 * @param {string} after
 */
function isEnd(between, after) {
  if (BETWEEN.test(between)) return false;
  return NEXT.test(between) || (BEGUN.test(between) && ENDED.test(/^[^，。；]*/.exec(after)?.[0] ?? ""));
}

/**
 * Whether a day, which may not say its year, is before another of the same year.
 * @param {Day} one
 * @param {Day} other
 */
function isBefore(one, other) {
  if (one.year !== undefined && one.year !== other.year) return false;
  const soon = one.year === undefined && other.year !== undefined; // else it may be of the next year
  const sure = soon ? dayOf(other) - dayOf(one) < HALF : one.year !== undefined || (one.day !== undefined && other.day !== undefined);
  return sure && dayOf(one) < dayOf(other);
}

/** @param {Day} day */
function dayOf({ month = NaN, day = 0 }) {
  return month * 31 + day;
}
