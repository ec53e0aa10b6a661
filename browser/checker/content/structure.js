// A text held against the parts that its kind of summary has.

import { pairsOf as allPairs } from "../../extraction/fact_names.js";
import { guessKind, isTimed, titleLikeness } from "../../extraction/guess.js";

/** @typedef {import("../../prose/types.js").Prose} Prose */
/** @typedef {{ name: string, words: string[], aliases: string[] }} Part a section that may not be missing; `words` are its names and those of its places */
/** @typedef {{ id: string, title: string, short: string, aliases: string[], periods: string[], headings: string[], parts: Part[] }} Structure */
/** @typedef {{ structure: Structure, chosen: boolean }} Held a kind of summary, and whether the reader has said so */

const ALIKE = 0.5; // so like is the title to one of the names of its kind
const ENOUGH = 0.77; // of the parts of a kind that a text of it speaks of at least
const SURE = 0.85; // with so many it is told of those that are missing, though nobody has chosen the kind
const FEW = 3; // parts of which nothing is guessed
const COMMON = new Set(
  "工作 情况 管理 建设 服务 结果 各项 问题 总体 主要 开展 落实 组织 质量 监测 健康 卫生 医疗 人员 次数 数量 效果 成效 指标 重点 日常 专项 其他 内部 运行 保障 基层 机构".split(" "),
);

/**
 * What a text is held against: the kind that was chosen, else the one that it is of.
 * @param {Prose} prose
 * @param {Structure[]} structures
 * @param {Structure} [chosen]
 * @returns {Held | undefined}
 */
export function heldOf(prose, structures, chosen) {
  const structure = chosen ?? guessStructure(prose, structures);
  return structure && { structure, chosen: chosen !== undefined };
}

/**
 * The kind that a text is of, as far as its title, its headings and what it speaks of leave no doubt.
 * @param {Prose} prose
 * @param {Structure[]} structures
 * @returns {Structure | undefined}
 */
export function guessStructure(prose, structures) {
  const { kind } = guessKind(prose, structures);
  if (!kind || kind.parts.length < FEW || !isTimed(prose, kind) || titleLikeness(prose, kind) < ALIKE) return undefined;
  return missingParts(prose, kind).length <= kind.parts.length * (1 - ENOUGH) ? kind : undefined;
}

/**
 * The parts of its kind of which a text surely says nothing.
 * @param {Prose} prose
 * @param {Held} held
 */
export function surelyMissing(prose, { structure, chosen }) {
  const missing = missingParts(prose, structure);
  return chosen || missing.length <= structure.parts.length * (1 - SURE) ? missing : [];
}

/**
 * @param {Prose} prose
 * @param {Structure} structure
 */
function missingParts({ text }, { title, parts }) {
  return parts.filter((part) => !speaksOf(text, part, title));
}

/**
 * Whether a text says anything of a part: one of its aliases, a pair of signs of its name, or two of those of its places.
 * @param {string} text
 * @param {Part} part
 * @param {string} title of its kind, whose words say nothing of a part
 */
function speaksOf(text, { name, words: [own = "", ...places], aliases }, title) {
  const told = (/** @type {string} */ words) => pairsOf(words).filter((pair) => !title.includes(pair) && text.includes(pair));
  return aliases.some((one) => text.includes(one)) || told(name).length + told(own).length > 0 || new Set(places.flatMap(told)).size > 1;
}

/**
 * The pairs of neighbouring signs of a name that tell it from others.
 * @param {string} words
 */
function pairsOf(words) {
  return [...allPairs(words)].filter((pair) => /^[一-鿿]{2}$/.test(pair) && !/[和与及、]/.test(pair) && !COMMON.has(pair));
}
