// Names of another county, school or unit than the one that writes.

import { FRONT, isShortFor, ownUnits } from "./own_unit.js";

/** @typedef {import("../types.js").Checker} Checker */
/** @typedef {import("../types.js").Remark} Remark */
/** @typedef {import("./own_unit.js").Unit} Unit */

const CLAUSE = "(?<=^|[。；，：\\n \u3000“]|在|现将|今年以来)";
const BODIES =
  "卫生健康局|卫健局|卫生局|卫健委|卫生健康委|疾控|疾病预防|人民医院|中医|妇幼|县委|区委|市委|委、|人民政府|政府|爱卫|爱国卫生|教育局|水务局";
const ACTING = "[0-9共已把将被]|各(?:乡镇|街道|学校|医院|卫生院|医疗|村|级|单位|部门)|累计|建立|开展|实现|完成|率先|荣获|获得|现有|坚持|认真|召开|组织|深入|积极";
const PLACE = /^[一-鿿]{2,3}?[县区市]/m;
const GENERIC =
  /[全各本我该邻外同每的了在与和是到对由为及个两所有数整省地城镇乡辖社校病景山灾郊园厂]|贫困|先进|示范|部分|其他|其它|重点|试点|卫生|健康|脱贫|文明|兄弟|周边|所在|县级|上级|市级|区级|创建|高新|开发|工业|功能/;
const VERBS =
  /按照|根据|围绕|依托|通过|成立|举办|承办|召开|组织|印发|制定|请|配合|协助|会同|争取|落实|贯彻|执行|遵照|服从|参加|协调|督促|指导|接受|完成|建立|设立|上报|报送|面报|积极|主动|及时|多次|作为|成为|代表|担任|调整|抽调|选派|派出|推荐|评为|获评|荣获|获得|被评|实现|推动|加强|强化|开展|推进|深化|健全|完善|结合|由于|关于|对照|紧扣|紧盯|聚焦|立足|坚持|支持|带动|覆盖|面向|走进|进入|涉及|包括|其中|同时|此外|今年|去年|上年|截至|目前|现在|期间|培训|农贸|超|集|都|纳入|列入|承担|受到|得到|取得|迎接|通报|传达|学习|依据|遵循|申报|创成|打造|建设|构建|提升|统筹|整合|打通|检查|督查|考核|验收|命名|公布|发布|签订|制订|修订|出台|下发|转发|落户|驻|经|维修|改造|新建|扩建|修建|支援|深入|协同/;
const MEETING = /(?:赴|到|往|去|学习|交流|考察|与|同|和|向|从|对口|支援|帮扶|来自|接受|联合|邀请|借鉴|协助|由|及|、)$/;
const NEAR = 6; // characters before a name that say why it stands there
/** @type {Partial<Record<import("./own_unit.js").UnitKind, RegExp>>} names of the same kind, where a clause begins */
const SIBLINGS = {
  school: new RegExp(`${CLAUSE}[一-鿿]{0,6}?([一-鿿]{2})(?:小学|中学)(?=${ACTING})`, "g"),
  hospital: new RegExp(`${CLAUSE}([一-鿿]{2})(?:镇|乡)(?:卫生院|社区卫生服务中心)`, "g"),
  town: new RegExp(`${CLAUSE}([一-鿿]{2})(?:镇|乡)(?=${ACTING})`, "g"),
};
const OF_TOWN = /卫生院|社区卫生服务中心/; // a county's hospital tells of its towns' as a matter of course
const OF_NO_NAME = /中心|完全|希望|农村|城区|中小|各类|乡镇|城镇|街道|社区|基层|一所|两所|家|所|全|各|部分|其他|辖区|本|我/;

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
  if (own === undefined || GENERIC.test(own.slice(0, -1))) return [];
  const sign = own.endsWith("市") ? "市" : "[县区]"; // a city tells of its counties, a county of its city
  const pattern = new RegExp(`${CLAUSE}([一-鿿]{2}${sign})(?=${BODIES}|${ACTING})`, "g");
  return [...text.matchAll(pattern)].flatMap((match) => {
    const [name] = match;
    const before = text.slice(Math.max(0, match.index - NEAR), match.index);
    if (names.includes(name) || isNoName(name.slice(0, -1)) || MEETING.test(before)) return [];
    return [remark(match.index, name, own)];
  });
}

/** @param {string} words */
function isNoName(words) {
  return GENERIC.test(words) || VERBS.test(words);
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
    const [found, core = ""] = match;
    const start = match.index + found.indexOf(core);
    const name = text.slice(start, match.index + found.length);
    if (names.includes(core) || OF_NO_NAME.test(core) || isNoName(core)) return [];
    return [remark(start, name, unit.name)];
  });
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
