// The words by which official prose says that a figure has risen or fallen, and against what.

// A word for a rise and one for a fall of the same things.
const WAYS = pairsIn(
  "增加/减少 增收/减收 增支/减支 净增/净减 上升/下降 增长/下降 提高/降低 升高/降低 提升/减低 攀升/下滑 上调/下调 回升/回落 " +
    "扩大/缩减 扩大/压减 扩大/压缩 扩大/压降 延长/缩短 上涨/下跌 前进/后退 超支/节约 超支/节省 增/减 升/降 涨/跌 多/少",
);
const NOUNS = pairsIn("增长率/下降率 增长幅度/下降幅度 增幅/降幅 增速/降幅 涨幅/跌幅 升幅/减幅");
const RISE = WAYS.map(([rise]) => rise).join("|");
const FALL = WAYS.map(([, fall]) => fall).join("|");
const RISE_NOUN = NOUNS.map(([rise]) => rise).join("|");
const FALL_NOUN = NOUNS.map(([, fall]) => fall).join("|");
const DONE = "(?![于数])[一-鿿]{0,2}"; // 多清5200吨, 多追回112.7万元
const SAID = "(?:了|约|近|达到?|超过?|逾|为|是|出|至少|高达|仅|只|分别|又|近约)?\\s?";

const TIME = "(?:[0-9]{1,2}月(?:份|底|末)?|[年季]末|[上下]半年|20[0-9]{2}年底?|目前|现在)的?"; // 压缩到年末的412万元

// What goes before 增 and 多 in other words.
const OTHER = "(?<!新|递|倍|众|许|大|很|更|不|较|过|至|最|诸|繁|缺|需|应|未|突|徒|加)";
const MOVE = new RegExp(
  `(?<fall>${FALL_NOUN}|(?<!不|至|较|很|最|缺|需|未)(?:${FALL}))${SAID}$|(?<rise>${RISE_NOUN}|${OTHER}(?:${RISE}))${SAID}$|` +
    `^(?:(?<above>多)|(?<below>少))[一-鿿]{1,2}了?$|(?<=比[^，。；]{0,14}|较[^，。；]{1,14})(?<!比较)(?:(?<=[^更])(?<more>多)|(?<less>少))${DONE}\\s?$`,
);
const APART = /(?<rise>高[于出][^，。；0-9]{0,8}|(?<=^|[比均平年期的])高)$|(?<fall>低于[^，。；0-9]{0,8}|(?<=^|[比均平年期的])低)$/;
const REACHED = new RegExp(`(?:(?<fall>${FALL})|(?<rise>${RISE}))(?:了)?(?:到|至|为|成)(?:了|约|${TIME})?\\s?$`);
const NEXT_REACHED = new RegExp(`^[^，。；0-9]{0,4}?(?:，)?(?:逐步|大幅|再|又|快速|稳步)?(?:(?<fall>${FALL})|(?<rise>${RISE})|[调变]整?)(?:了)?(?:到|至|为)`);
const NEXT_MOVE = new RegExp(`^[^，。；0-9]{0,6}?(?:大幅|同比|再|又|净)?(?:${RISE}|${FALL})`);

/** @typedef {"" | "year" | "period" | "start" | "plan"} Comparison against the year before, the period before, the start of the year, a plan */

/** @type {[Comparison, RegExp][]} */
const COMPARISONS = [
  ["plan", /(?:比|较|超|为|占|超过|低于|高于)(?:年度|全年|年初|原|既定|预定|上级|下达|本年|当年|目标)*(?:的)?(?:计划|目标|任务|指标|预算)/],
  ["start", /(?:比|较|与|从|由)(?:今年|本年)?年初|(?:比|较|从|由)上年(?:年)?末|(?:比|较|从|由)(?:去年|上年)(?:年)?底/],
  ["period", /环比|(?:比|较|从|由|与|，|^)(?:上(?:个?[季月]|学?期|周|旬|次|轮)度?|前[期次]|第?一季度|上半年|(?:活动|整治|干预|整改)前)/],
  ["year", /同比|上学?年(?:度)?同期|去年同期|同期|(?:比|较|从|由|与|，|（|^)(?:上年|去年|前年|上一年|上学年|20[0-9]{2}年)|上年度?(?:的|为)?|去年(?:的|为)?/],
];

/**
 * @param {RegExpExecArray | null} match
 * @returns {{ sign: number, word: string, at: number } | null}
 */
function told(match) {
  const { rise, fall, more, less, above, below } = match?.groups ?? {};
  const [up, down] = [rise ?? more ?? above, fall ?? less ?? below];
  const word = up ?? down;
  return match && word !== undefined ? { sign: up === undefined ? -1 : 1, word, at: match.index } : null;
}

/**
 * Which way a number right after these words says that something has moved.
 * @param {string} words
 */
export const moved = (words) => told(MOVE.exec(words));

/**
 * The same of percentage points, which may also stand after 高于 and 低于.
 * @param {string} words
 */
export const apart = (words) => moved(words) ?? told(APART.exec(words));

/**
 * The same of 增加到, 下降至, after which the new value stands.
 * @param {string} words
 */
export const reached = (words) => told(REACHED.exec(words));

/** @param {string} words what follows a number, and whether it goes on: 增加到 */
export const goesTo = (words) => NEXT_REACHED.test(words);

/** @param {string} words what follows a number, and whether it goes on: 增加 */
export const goesBy = (words) => NEXT_MOVE.test(words);

/**
 * Against what words compare.
 * @param {string} words
 * @returns {Comparison}
 */
export function comparison(words) {
  return COMPARISONS.find(([, pattern]) => pattern.test(words))?.[0] ?? "";
}

/**
 * The word that says the opposite of one for a rise or a fall.
 * @param {string} word
 */
export function oppositeOf(word) {
  const pair = [...WAYS, ...NOUNS].find((each) => each.includes(word));
  return pair?.find((each) => each !== word);
}

/** @param {string} written */
function pairsIn(written) {
  return written.split(" ").map((pair) => pair.split("/"));
}
