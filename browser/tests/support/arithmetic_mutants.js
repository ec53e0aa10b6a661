// Makes small texts whose figures go together, and for each a mutant with one figure that does not.

/** @typedef {{ rule: string, right: string, wrong: string }} Made */
/** @typedef {(low: number, high: number) => number} Draw */

const NOUNS = ["水样", "公共场所", "档案", "食堂", "患者", "村卫生室", "处方", "产妇"];
const UNITS = ["份", "家", "份", "处", "人", "所", "张", "人"];
const MADE = ["合格", "达标", "整改", "落实", "通过"];

/** @param {number} value @param {number} decimals */
const fixed = (value, decimals) => (Math.round(value * 10 ** decimals * (1 + 1e-12)) / 10 ** decimals).toFixed(decimals);

/** @type {Record<string, (draw: Draw) => [string, string, number, number, string]>} before, figure, its decimals, what to add, after */
const KINDS = {
  share: (draw) => {
    const [whole, at, word] = [draw(120, 900), draw(0, 7), MADE[draw(0, 4)] ?? ""];
    const part = whole - draw(5, 100);
    const [noun, unit] = [NOUNS[at] ?? "", UNITS[at] ?? ""];
    return [`本期检查${noun}${String(whole)}${unit}，${word}${String(part)}${unit}，${word}率`, fixed((part / whole) * 100, 2), 2, draw(2, 9), "%。"];
  },
  growth: (draw) => {
    const [last, more] = [draw(1000, 9000), draw(150, 900)];
    return [`门诊量${String(last + more)}人次，比上年同期增加${String(more)}人次，增长`, fixed((more / last) * 100, 2), 2, draw(2, 9), "%。"];
  },
  difference: (draw) => {
    const [last, less] = [draw(300, 900), draw(20, 90)];
    return [`报告病例${String(last - less)}例，比去年同期的${String(last)}例减少`, String(less), 0, draw(2, 9), "例。"];
  },
  points: (draw) => {
    const [last, more] = [draw(700, 900) / 10, draw(10, 60) / 10];
    return [`规范管理率由上年的${fixed(last, 1)}%提高到${fixed(last + more, 1)}%，提高`, fixed(more, 1), 1, draw(1, 5), "个百分点。"];
  },
  completion: (draw) => {
    const [plan, done] = [draw(400, 900), draw(300, 950)];
    return [`年度计划改厕${String(plan)}户，已完成${String(done)}户，完成率`, fixed((done / plan) * 100, 2), 2, draw(2, 9), "%。"];
  },
  sum: (draw) => {
    const parts = [draw(20, 90), draw(100, 300), draw(40, 80)];
    const [a, b, c] = parts.map(String);
    return [`检查学校${a ?? ""}家、宾馆${b ?? ""}家、医院${c ?? ""}家，合计`, String(parts.reduce((sum, part) => sum + part, 0)), 0, draw(2, 30), "家。"];
  },
  "per-head": (draw) => {
    const [people, each] = [draw(40, 400), draw(500, 3000)];
    return [`发放补助${String(people * each)}元，惠及群众${String(people)}人，人均`, String(each), 0, draw(20, 200), "元。"];
  },
  "table-sum": (draw) => {
    const [a, b] = [draw(100, 400), draw(100, 400)];
    return [`单位\t人次\n城关\t${String(a)}\n石桥\t${String(b)}\n合计\t`, String(a + b), 0, draw(2, 50), ""];
  },
  "table-change": (draw) => {
    const [a, b] = [draw(500, 900), draw(100, 400)];
    return [`指标\t本期\t上年同期\t增减\n门诊人次\t${String(a)}\t${String(b)}\t增加`, String(a - b), 0, draw(2, 50), ""];
  },
  "same-indicator": (draw) => {
    const rate = draw(7000, 9000) / 100;
    return [`高血压患者规范管理率为${fixed(rate, 2)}%。\n本期入户随访。高血压患者规范管理率为`, fixed(rate, 2), 2, draw(2, 9), "%。"];
  },
};

/**
 * @param {number} seed
 * @returns {Draw}
 */
export function drawing(seed) {
  let state = seed * 2654435761;
  return (low, high) => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 0x9e3779b9) | 0;
    return low + ((state >>> 8) % (high - low + 1));
  };
}

/**
 * @param {number} each how many of each kind
 * @returns {Made[]}
 */
export function arithmeticMutants(each) {
  return Object.entries(KINDS).flatMap(([rule, make], kind) =>
    Array.from({ length: each }, (_, index) => {
      const [before, figure, decimals, more, after] = make(drawing(kind * 100 + index + 1));
      const wrong = fixed(Number(figure) + more, decimals);
      return { rule, right: before + figure + after, wrong: before + wrong + after };
    }),
  );
}
