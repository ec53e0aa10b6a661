// Whose text it is: the unit that its title or its signature names.

/** @typedef {import("../../prose/types.js").Prose} Prose */
/** @typedef {import("../../prose/types.js").Line} Line */
/** @typedef {"school" | "hospital" | "centre" | "bureau" | "town"} UnitKind */
/** @typedef {{ name: string, kind: UnitKind, line: Line }} Unit */

/** @type {[UnitKind, RegExp][]} the first whose ending is found says the kind; else it is a bureau */
const ENDINGS = [
  ["school", /(?:[小中]学|学校|幼儿园|学院|中心校|职教中心|第?[一二三四五六七八九十]{1,2}[小中])$/],
  ["hospital", /(?:医院|卫生院|保健院|(?:服务|急救|保健)中心|卫生室|服务站)$/],
  ["centre", /(?:中心|[站所]|[大支]队)$/],
  ["town", /(?:[镇乡]|街道|政府|办事处)$/],
];
const END = "小学|中学|学校|园|院|所|站|中心(?!医)|血库|局|委(?!员)|会|[卫建]办|办公室|镇|乡|街道(?!办)|办事处|政府|[大支]队|卫生室";
// of a hospital or a school
const SECTION = "[一-鿿]{0,8}?(?:[科室部处办]|门诊|支部(?:委员会)?|病区)(?:$|[0-9一二〇]|[上下]半年|年度|学期|第|工作)";
const WORK = "爱国|卫生(?!院|健康|服务|监督|局|室|所|站)|创建|健康|精神(?!卫生中心)|学校|基本";
const NAME = new RegExp(
  `^[一-鿿]{2,26}?(?:${END})(?:办公室)?(?=$|关于|[0-9一二〇]|[上下]半年|年度|学期|第|工作|${WORK}|${SECTION})`,
);
const WHEN = "度|[上下]半年|全年|第?[一二三四]季度|[0-9]{1,2}月份?";
export const FRONT = new RegExp(`^(?:关于)?(?:(?:19|20)[0-9]{2}(?:[—－-](?:20)?[0-9]{2})?年?(?:${WHEN})?)?`);
const HEAD = 3; // lines in which the title may stand

/**
 * The unit of the title and that of the signature, as far as there are any.
 * @param {Prose} prose
 */
export function ownUnits({ lines }) {
  const head = lines.filter(({ kind }) => kind !== "blank").slice(0, HEAD);
  const titled = head.map((line) => unitIn(line, line.text.replace(FRONT, ""))).find(Boolean);
  const signed = lines.filter(({ kind }) => kind === "signature").map((line) => unitIn(line, line.text)).find(Boolean);
  return { titled, signed };
}

/**
 * @param {Line} line
 * @param {string} text
 * @returns {Unit | undefined}
 */
function unitIn(line, text) {
  if (/[。，；：]/.test(text) || line.number) return undefined;
  const name = NAME.exec(text.trim())?.[0];
  return name === undefined ? undefined : { name, kind: kindOf(name), line };
}

/** @param {string} name */
function kindOf(name) {
  return ENDINGS.find(([, ending]) => ending.test(name))?.[0] ?? "bureau";
}

/**
 * Whether one name may be short for the other: its characters stand in the other in order.
 * @param {string} one
 * @param {string} other
 */
export function isShortFor(one, other) {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
}
