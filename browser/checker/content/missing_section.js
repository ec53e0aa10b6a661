// A section of its kind of summary of which a text says nothing.

import { surelyMissing } from "./structure.js";

/** @typedef {import("../types.js").Checker} Checker */

/** @type {Checker} */
export function missingSection(prose, _, { held }) {
  const line = prose.lines.find(({ kind }) => kind === "title") ?? prose.lines.find(({ kind }) => kind !== "blank");
  if (!held || !line) return [];
  const said = `“${held.structure.short}”都有这一节`;
  return surelyMissing(prose, held).map(({ name }) => ({ start: line.start, end: line.end, message: `没有写到“${name}”，${said}` }));
}
