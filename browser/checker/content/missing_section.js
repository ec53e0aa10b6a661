// A section of its kind of summary of which a text says nothing.

import { headLine } from "./sections.js";
import { surelyMissing } from "./structure.js";

/** @typedef {import("../types.js").Checker} Checker */

/** @type {Checker} */
export function missingSection(prose, _, { held }) {
  const line = headLine(prose.lines);
  if (!held || !line) return [];
  const said = `“${held.structure.short}”都有这一节`;
  const { start, end } = line;
  return surelyMissing(prose, held).map(({ name }) => ({ start, end, message: `没有写到“${name}”，${said}` }));
}
