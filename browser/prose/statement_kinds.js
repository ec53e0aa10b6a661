// What kind of figure the words around a number make of it: a value, an earlier value, a share, a change, a plan.

import { apart, goesBy, goesTo, moved, reached } from "./directions.js";

/** @typedef {import("./types.js").Quantity} Quantity */
/** @typedef {import("./types.js").StatementKind} StatementKind */

/**
 * The words around a number: since the last mark, since the number before, to the next; whether the sentence compares
 * all that follows with something; what the number before is.
 * @typedef {{ clause: string, before: string, after: string, than: boolean, last?: StatementKind | undefined }} Words
 */

const LAST_YEAR = "(?:上学?年|去年|前年|上一年)度?(?:同期)?";
const LAST_TIME = `${LAST_YEAR}|同期|上季度|上个?月|上周|上学期|上期`;
const EARLIER = new RegExp(
  `(?:${LAST_TIME}|年初|上半年|20[0-9]{2}年(?:同期|[一二三四]季度|[上下]半年)?|(?:整治|干预|活动)前|[上去]年[底末])(?:数据?|值|数值|水平)?的?(?:为|是|仅为|只有|仅|达到?|共|占)?\\s?$`,
);
// 去年同期签约率为: the time stands first, what is told after it
const EARLIER_FIRST = new RegExp(
  `^[而但]?(?:${LAST_TIME}|(?:灭鼠?|整治|干预|活动|培训|治疗|改造|消杀|投药|实施)前)的?[^，。；、0-9比较]{0,12}(?:率|数|量|额|度|比例|占比|费用|收入|支出|人次|水平|为|是|达|达到|仅|只有)\\s?$`,
);
// 上年领用2640瓶, 去年同期结余94万元: what it is of stands between, and the same is told of now before it
const EARLIER_OF = new RegExp(
  `^[而但]?${LAST_YEAR}(?:这[个一](?:数字?|比重|比例|指标))?(?!.*(?:结转|下达|转入|遗留|欠|立项|比|较|增|减|升|降))[一-鿿]{0,6}$`,
);
const NOW_NEXT = /^，(?:今年|本年|本期)?(?:同比|环比)?(?:[增减降多少]|上升|下降|提高)/; // 去年同期投入1050万元，同比增加210万元
const EARLIER_BRACKET = new RegExp(`(?:${LAST_TIME}|[一二三]季度|年初|20[0-9]{2}年(?:同期)?)[（(]\\s?$`);
const COMPARED_BRACKET = /(?:比|较|与)[^，。；]{1,14}[（(]\s?$/;
const COMPARED = /(?:比|较)[^，。；、]{1,16}$/;
const DIFFERS = /^[）)]?(?:相比)?(?:的[^，。；0-9]{0,8})?(?:，)?(?:[多少][一-鿿]?|[高低长短快慢])(?:了|出|约)?(?:\s?[0-9]|$)/;
const MOVES_ON = /^(?:大幅|净|再|又|已经?|还|略|明显|进一步)*(?:提[高升]|上升|[增降减翻升涨]|扩大|延长|下降|回落|缩短|压[缩减])/; // 比二季度末的38.2%提高1.8个百分点
const AGAINST = /(?:与|和|同|跟)[^，。；、]{1,16}$/; // 与去年的233例相比
const MOVES = /^[）)](?:相比，?)?[^，。；0-9]{0,6}[多少高低增减升降下上提]/;
const QUARTER_BEFORE = /^[上一二三]季度[则仅]?(?:[为是有]|[只仅]有)\s?$/; // 二季度为5500人次，环比……
const PLAN_AFTER = /^(?:的)?(?:年度|全年)?(?:目标|任务|计划|指标|预算)(?:任务|数|值|量)?(?:的|计算|算)/;
const WHOLE_BRACKET = /占[^，。；]{0,16}[（(]\s?$/;
const PLAN_BRACKET = /(?:计划|目标|任务|指标|预算)[^，。；0-9]{0,4}[（(]\s?$/; // 完成全年任务（2200人）的
const OF_BRACKET = /^[^，。；（）0-9]{0,3}[）)]的/;
const PLANNED =
  /(?<!按|照|超|非|未列入|有|无)(?:计划|目标|任务|指标|预算)(?:任务|数|值)?(?:[（(]|的|为|是|数为)?(?!免疫|生育|外)(?:[^，。；、0-9按已完]{0,9})$/;
const AIMED = /(?:计划|目标|任务|指标)(?:值|数)?(?:为|是|达到?)?\s?$/;
const OUT_OF = /(?:由|从)[^，。；、]{0,16}$/;
const SHARE = /占(?!用)[^，。；]{0,30}$/;
const PER =
  /(?:[人生户次例床村校场件期班台组日月年份批队所处车院镇乡家店条起轮]均|均次|每[^，。；0-9]{1,4}(?:平均|均)|平均(?:每)?[^，。；0-9]{0,6}|每(?:一)?(?:张|人次|人|位|户|例|次|床日|个村|校|名|家|期|场|班|件|台|条|起|处|辆|套|间|轮|站|所|(?:10|十)?[百千万][一-鿿]))[^，。；、0-9]{0,10}$/;
const RANKED = /(?:第|前|后)\s?$/;

/**
 * @param {Quantity} quantity
 * @param {Words} words
 * @returns {StatementKind}
 */
export function kindOf({ unit, chinese }, { clause, before, after, than, last }) {
  const rate = unit === "%" || unit === "‰";
  if (unit === "位" || (unit === "人" && RANKED.test(clause))) return "rank";
  if (unit === "百分点" || unit === "千分点") return "points";
  if (unit === "倍" || unit === "番") return "multiple";
  if (chinese && rate && /(?:上年|去年)(?:同期)?的\s?$/.test(clause)) return "share";
  if (reached(clause)) return "to";
  if (OUT_OF.test(clause) && goesTo(after)) return "prior";
  if (
    EARLIER.test(clause) ||
    EARLIER_FIRST.test(clause) ||
    ((last === "value" || last === "share" || last === "per" || NOW_NEXT.test(after)) && EARLIER_OF.test(clause)) ||
    isCompared(clause, before, after)
  ) {
    return "prior";
  }
  if (last === "value" && QUARTER_BEFORE.test(clause) && /^，(?:$|环比|增长|增加|上升|下降|减少)/.test(after)) return "prior";
  if (PLAN_BRACKET.test(before) && OF_BRACKET.test(after)) return "plan";
  if (WHOLE_BRACKET.test(before) && OF_BRACKET.test(after)) return "whole";
  if (PLAN_AFTER.test(after)) return "plan";
  if (SHARE.test(clause)) return rate ? "share" : "whole";
  if (moved(clause) && !/(?:多|(?<!减)少)$/.test(clause.trim())) return rate ? "growth" : "difference";
  if ((/(?:比|较|超|超过)/.test(clause) || last === "prior" || than) && moved(clause)) return rate ? "growth" : "difference";
  if (last === "prior" && apart(clause) && !/不[高低]于/.test(clause)) return rate ? "growth" : "difference";
  if (rate && /的\s?$/.test(clause)) return "share";
  if (rate && clause.includes("率") && !AIMED.test(clause)) return "share";
  if (PLANNED.test(clause)) return goesBy(after) && /(?:比|较)/.test(clause) ? "prior" : "plan";
  if (PER.test(clause) && !rate) return "per";
  return rate ? "share" : "value";
}

/**
 * Whether a number is what another is compared with: 上周（377例）, 比平均水平7.6天多.
 * @param {string} clause
 * @param {string} before
 * @param {string} after
 */
function isCompared(clause, before, after) {
  if (COMPARED.test(clause)) return DIFFERS.test(after) || (MOVES_ON.test(after) && !moved(clause));
  if (AGAINST.test(clause)) return /^[^，。；0-9]{0,2}相比/.test(after);
  if (clause !== "") return false;
  return EARLIER_BRACKET.test(before) ? /^[）)]/.test(after) : COMPARED_BRACKET.test(before) && MOVES.test(after);
}
