// What is told of words and figures that name a fact which is no longer asked for; mirrors
// macros/facts/retired_facts.py.

import { ownValue } from "../schema/own_value.js";

/**
 * What is wrong, and what to do, where a name is that of a retired fact.
 * @param {string | undefined} name
 * @param {import("../schema/types.js").Names | undefined} names
 * @returns {{what: string, expected: string} | undefined}
 */
export function namedRetired(name = "", names = {}) {
  const label = ownValue(names.gone ?? {}, name);
  if (label === undefined) return undefined;
  return { what: `指标“${label}”（${name}）已经取消，这里照原样留着`, expected: "改用现有的指标，或者删去" };
}
