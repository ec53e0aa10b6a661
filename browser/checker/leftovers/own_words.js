// 我校 in the text of a hospital, 我院 in that of a school.

import { spanOf } from "../span_of.js";
import { ownUnits } from "./own_unit.js";

/** @typedef {import("../types.js").Checker} Checker */
/** @typedef {import("./own_unit.js").UnitKind} UnitKind */

const SELF = /(?<![自忘小大])我(校|院|局|委|办|站(?![在着起上])|中心|镇|乡|村|街道|社区)(?![士长])/g;
const LOCAL = "校院镇乡村街道社区";
const OFFICE = "局委办站中心";
/** @type {Record<UnitKind, string>} what nobody says who writes for such a unit */
const STRANGE = { school: `院村${OFFICE}`, hospital: `校${OFFICE}`, centre: LOCAL, bureau: LOCAL, town: "校院局委" };

/** @type {Checker} */
export function ownWords(prose) {
  const { titled, signed } = ownUnits(prose);
  const unit = signed ?? titled;
  if (!unit || (titled && titled.kind !== unit.kind)) return [];
  const found = [...prose.text.matchAll(SELF)].filter(([, word = ""]) => isStrange(unit, word));
  return found.map((match) => ({
    ...spanOf(match),
    message: `写的单位是“${unit.name}”，这里自称“${match[0]}”`,
  }));
}

/**
 * @param {import("./own_unit.js").Unit} unit
 * @param {string} word
 */
function isStrange({ kind, name }, word) {
  return (STRANGE[kind].includes(word) && !name.includes(word)) || (word === "校" && name.endsWith("幼儿园"));
}

