// What a text says of its writer: the unit that signs it, what it is about by its title, how it calls itself and its area.

import { isValid } from "../facts/entries.js";

/** @typedef {import("../prose/types.js").Prose} Prose */
/** @typedef {import("./types.js").StatedFigure} StatedFigure */
/** @typedef {{ start: number, end: number }} Span */

/** How a unit calls itself and its area; not in 我所在的, 自我, 创建安全校园. */
const CALLED = {
  we: /(?<![自忘小大])我(?:[局校部科](?!长)|院(?![长士])|站(?![在着起上])|办(?!理)|委(?!托)|所(?![在有做说想见])|中心|大队|支部)/g,
  scope: /(?<![安完健])全(?:[县市区校院镇乡局]|街道)/g,
};
const ABOUT = /^([一-鿿]{2,20})总结$/;

/**
 * @param {Prose} prose
 * @param {Record<string, import("../schema/types.js").FactSpec>} specs
 * @returns {StatedFigure[]}
 */
export function frameFacts({ text, lines, period }, specs) {
  const signature = lines.find(({ kind }) => kind === "signature");
  const title = lines.find(({ kind }) => kind === "title");
  const [, work = ""] = ABOUT.exec(title?.text.split(period?.label ?? "")[1] ?? "") ?? [];
  const end = (title?.end ?? 0) - "总结".length;
  /** @type {[string, Span | undefined][]} */
  const places = [
    ["org", signature],
    ["work", work === "" ? undefined : { start: end - work.length, end }],
    ...Object.entries(CALLED).map(([name, pattern]) => /** @type {[string, Span | undefined]} */ ([name, mostOften(text, pattern)])),
  ];
  return places.flatMap(([path, place]) => {
    const [spec, typed] = [specs[path], place ? text.slice(place.start, place.end) : ""];
    if (!place || !spec || !isValid(typed, spec)) return [];
    return [{ start: place.start, end: place.end, path, typed, sure: !(path in CALLED), others: [], derived: false, comparison: "", sentence: typed }];
  });
}

/**
 * The first place of the words that a text uses most often of those alike.
 * @param {string} text
 * @param {RegExp} pattern
 * @returns {Span | undefined}
 */
function mostOften(text, pattern) {
  const found = [...text.matchAll(pattern)];
  const timesOf = (/** @type {string} */ words) => found.filter(([other]) => other === words).length;
  const [first] = found.sort((a, b) => timesOf(b[0]) - timesOf(a[0]) || a.index - b.index);
  return first && { start: first.index, end: first.index + first[0].length };
}
