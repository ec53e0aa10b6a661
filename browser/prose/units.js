// The units that follow a number in official prose, and how they are compared.

/** @type {[string, string, number][]} a unit, what it is measured in, how many of these it is */
const MEASURES = [
  ["千克", "公斤", 1],
  ["吨", "公斤", 1000],
  ["千米", "米", 1000],
  ["公里", "米", 1000],
  ["平方公里", "平方米", 1e6],
  ["平方千米", "平方米", 1e6],
  ["㎡", "平方米", 1],
  ["m²", "平方米", 1],
  ["平米", "平方米", 1],
  ["公顷", "平方米", 1e4],
  ["亩", "亩", 1],
  ["kg", "公斤", 1],
  ["km", "米", 1000],
  ["小时", "小时", 1],
  ["分钟", "分钟", 1],
  ["升", "升", 1],
  ["毫升", "升", 0.001],
  ["元", "元", 1],
];
const COUNTED =
  "农户|人次|户次|人日|人天|床日|例次|家次|处次|台次|车次|场次|班次|件次|门次|个百分点|百分点|个千分点|千分点|公斤|平方米|立方米|立方|米|天|岁|分|" +
  "家庭|个|人|名|户|份|家|处|件|例|起|项|期|场|次|所|条|台|辆|篇|张|只|套|间|村|块|幅|座|床|位|支|组|" +
  "对|册|本|堂|课时|课|节|种|类|瓶|箱|批|车|宗|栋|口|棵|盏|部|门|段|片|轮|枚|盒|剂|针|支队|人份|头|艘|笔|步|成|倍|番|周|届|班|层|轮次|批次|料|公里|步|套次|份次|期次|亩次|顶|面|眼|根|袋|桶|架|具|副|款|则|封|首|部次|学时|课次|版|度|℃|克|毫克|株|粒|匹|列|员|治疗量|单位|勒克斯|座次|头次|床次|元";
const WORDS = [...new Set([...MEASURES.map(([word]) => word), ...COUNTED.split("|")])];
const LONGEST = WORDS.sort((a, b) => b.length - a.length).join("|");
const PER = "(?:/(?:10万|十万|万|千|人次|人|户|床日|日|天|月|年|平方米))?";

/** The source of a pattern for the unit right after a number and its scale. */
export const UNIT_SOURCE = `%|％|‰|/10万|(?:${LONGEST})(?:(?<=[剂条项份期批件个家户])次(?![日年要级品月]))?${PER}`;

const FACTORS = new Map(MEASURES.map(([word, base, factor]) => [word, { base, factor }]));
const CONTINUOUS = new Set(["元", "公斤", "米", "平方米", "立方米", "亩", "小时", "升", "分", "度", "天", "克", "%", "‰"]);
const SAME = new Map([
  ["名", "人"],
  ["农户", "户"],
  ["个百分点", "百分点"],
  ["个千分点", "千分点"],
  ["％", "%"],
  ["人天", "人日"],
  ["立方", "立方米"],
]);

/**
 * What a unit is compared as, and by what its numbers are multiplied for it.
 * @param {string} unit
 */
export function measured(unit) {
  return FACTORS.get(unit) ?? { base: SAME.get(unit) ?? unit, factor: 1 };
}

/**
 * Whether things of a unit are measured, and so rounded, and not counted.
 * @param {string} base
 */
export function isContinuous(base) {
  return CONTINUOUS.has(base.split("/")[0] ?? "");
}
