// Names of another county, school or unit than the one that writes.

import { FRONT, isShortFor, ownUnits } from "./own_unit.js";

/** @typedef {import("../types.js").Checker} Checker */
/** @typedef {import("../types.js").Remark} Remark */
/** @typedef {import("./own_unit.js").Unit} Unit */

const START = "[。；，：\\n \u3000“]|在|[让使]|覆盖|惠及|展[现示]了?|树立了?|现将|今年以来|按照|根据|接受|配合|报请|报经|由"; // 接受清溪县医疗保障局检查
const BODIES = "卫生|卫健|疾控|疾病预防|人民医院|中医|妇幼|[县区市]?委[、员]?|(?:人民)?政府|爱|教育局|水务局|医疗?保";
const ACTING =
  "[0-9共已把将被辖现]|全部|各(?:乡镇|街道|学校|医院|卫生院|医疗|村|级|单位|部门)|常住|户籍|总?人口|累计|建立|开展|实现|完成" +
  "|率先|荣获|获得|坚持|认真|召开|组织|深入|积极|在全[省市]";
const OWN_THINGS = "的?(?:群众|居民|百姓|人民群众|卫生健康(?:事业|工作|系统)|[一-鿿]{0,4}(?:形象|声誉|面貌))"; // of the writer's own place
const PLACE = /^[一-鿿]{2,3}?[县区市]/m;
const OF_PLACES =
  "山岭峰岩石岗冈坪林川江河湖海溪泉源泽湾港浦洲州渡津桥水汀涧潭沟塘池坝堰陂渚滩埠沙淮洛漳浔沅澜漪波阳陵丘屏麓岫岚云" +
  "平安宁昌兴丰清东西南北庄堡寨台柳松柏桐竹梅兰桂荷禾枫槐榆杨樾峡穗棠榕樟桑莲菱杏桃梨枣苇桦椿峪塬墩鹭鹤鹿霞";
// What the name of a place ends with, and words that end so though they are none.
const NAME = new RegExp(`[${OF_PLACES}]$`);
const NO_NAME = /^[沿全各本我该]|[出平电]台|[水资能电]源|[饮供污废排用节雨洪热]水|[治公保]安$/;
const MEETING = /(?:赴|到|往|去|学习|交流|考察|与|同|和|向|从|对口|支援|帮扶|来自|联合|邀请|借鉴|协助|由|(?<!惠)及|、)$/;
const NEAR = 6; // characters before a name that say why it stands there
const TOWN = `([一-鿿]{2})(?:镇|乡|街道)`;
const CENTRE = `(?:中心)?卫生院|社区卫生服务中心`;
const TOWNS = new RegExp(`(?<=^|${START})${TOWN}(?:${CENTRE}|(?=${ACTING}|${OWN_THINGS}))|${TOWN}(?:${CENTRE})(?=${OWN_THINGS})`, "g");
/** @type {Partial<Record<import("./own_unit.js").UnitKind, RegExp>>} names of the same kind, where a clause begins */
const SIBLINGS = {
  school: new RegExp(
    `(?<=^|${START})[一-鿿]{0,6}?([一-鿿]{2})(?:小学|中学)(?=${ACTING}|[还也均]|全体|师生|学生|教职工|始终)|([一-鿿]{2})(?:小学|中学)(?=${OWN_THINGS})`,
    "g",
  ),
  hospital: TOWNS,
  town: TOWNS,
};
const OF_TOWN = new RegExp(CENTRE); // a county's hospital tells of its towns' as a matter of course

/** @type {Checker} */
export function otherUnits(prose) {
  const { titled, signed } = ownUnits(prose);
  const own = [titled, signed].filter((unit) => unit !== undefined);
  const names = [...own.map(({ name }) => name), prose.title.replace(FRONT, "")].join("\n");
  const body = withoutFrame(prose.text, [...own.map(({ line }) => line), ...titlesOf(prose)]);
  return [...ofSignature(titled, signed), ...places(body, names), ...siblings(body, names, own)];
}

/** @param {import("../../prose/types.js").Prose} prose */
function titlesOf({ lines }) {
  return lines.filter(({ kind }) => kind === "title");
}

/**
 * The text with some lines of it blanked.
 * @param {string} text
 * @param {import("../../prose/types.js").Line[]} lines
 */
function withoutFrame(text, lines) {
  return lines.reduce((all, { start, end }) => all.slice(0, start) + "\n".repeat(end - start) + all.slice(end), text);
}

/**
 * @param {Unit | undefined} titled
 * @param {Unit | undefined} signed
 * @returns {Remark[]}
 */
function ofSignature(titled, signed) {
  if (!titled || !signed || titled.line === signed.line || isShortFor(titled.name, signed.name)) return [];
  const { start, end } = signed.line;
  return [{ start, end, message: `署名与标题里的“${titled.name}”不一致` }];
}

/**
 * Counties and districts other than the own, where they stand for the writer: in front of a body, or as a subject.
 * @param {string} text
 * @param {string} names
 * @returns {Remark[]}
 */
function places(text, names) {
  const own = PLACE.exec(names)?.[0];
  if (own === undefined || /^[全我本该各]/.test(own)) return [];
  const sign = own.endsWith("市") ? "市" : "[县区]"; // a city tells of its counties, a county of its city
  const name = `[一-鿿]{2}${sign}`;
  const places = [
    `(?<=^|${START})${name}(?=${BODIES}|${ACTING}|${OWN_THINGS})`,
    `[一-鿿]{2}县(?=${OWN_THINGS})`,
  ];
  const pattern = new RegExp(places.join("|"), "g");
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [name] = match;
    const before = text.slice(Math.max(0, match.index - NEAR), match.index);
    if (names.includes(name) || !isPlace(name.slice(0, -1)) || MEETING.test(before)) return [];
    return [remark(match.index, name, own)];
  });
}

/**
 * @param {string} text
 * @param {string} names
 * @param {Unit[]} own
 * @returns {Remark[]}
 */
function siblings(text, names, own) {
  const [unit] = own;
  const pattern = unit && SIBLINGS[unit.kind];
  if (!unit || !pattern || (unit.kind === "hospital" && !OF_TOWN.test(unit.name))) return [];
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [found, begun, spoken] = match;
    const core = begun ?? spoken ?? "";
    const start = match.index + found.indexOf(core);
    const name = text.slice(start, match.index + found.length);
    if (names.includes(core) || !isPlace(core)) return [];
    return [remark(start, name, unit.name)];
  });
}

/** @param {string} core */
function isPlace(core) {
  return NAME.test(core) && !NO_NAME.test(core);
}

/**
 * @param {number} start
 * @param {string} name
 * @param {string} own
 * @returns {Remark}
 */
function remark(start, name, own) {
  return { start, end: start + name.length, message: `写的是“${own}”，这里却是“${name}”` };
}
