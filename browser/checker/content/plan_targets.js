// Plans that name no target, no day and nobody who carries them out: the whole section, or one of its points.

import { ahead } from "../outline.js";
import { sectionFigures } from "./section_figures.js";

/** @typedef {import("../types.js").Checker} Checker */
/** @typedef {import("../types.js").Remark} Remark */

const POINT = /(?<=^|[。；：])(?=[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]，)/; // in one paragraph
// when all of it is to be done
const WHEN = /20[0-9]{2}(?:[-—–~]+20[0-9]{2}学)?年(?:[上下]半年|第?.季度)?|(?<=^|。)(?:下半年|[明来]年|下学[期年]|新的一年)/g;
const CONCRETE =
  /[0-9]|[一二两三四五六七八九十百千]+[个名人项次场家所台件成倍]|年[底内初]|月底|[上下]半年|季度|每[年月季周天]|学期|负责|牵头/;
const VAGUE = /进一步|不断|持续|继续|切实|努力|[着大]力|加[大强]|全面|深入|强化|提[升高]|推[动进]|健全|完善|优化|增强|打造/g;
const MANY = 3; // vague words in a point without anything that could be checked

/** @type {Checker} */
export function planTargets(prose, rule, context) {
  const whole = sectionFigures(prose, rule, context);
  const coming = ahead(prose.lines);
  const lines = prose.lines.filter(({ kind }, index) => kind === "paragraph" && coming.has(index));
  return [...whole, ...lines.flatMap((line) => vaguePoints(line))];
}

/**
 * @param {import("../../prose/types.js").Line} line
 * @returns {Remark[]}
 */
function vaguePoints({ text, start }) {
  let at = start;
  return text.split(POINT).flatMap((point) => {
    const place = { start: at, end: at + point.length };
    at = place.end;
    return isVague(point) ? [{ ...place, message: "这一条没有目标数、期限，也没有谁来做" }] : [];
  });
}

/** @param {string} point */
function isVague(point) {
  const words = point.replace(/^[^一-鿿]*[0-9]+[.、）]/, "").replace(WHEN, "");
  return !CONCRETE.test(words) && (words.match(VAGUE)?.length ?? 0) >= MANY;
}
