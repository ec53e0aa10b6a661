// Multiples and doublings: 增长2倍, 是上年的3倍, 翻一番.

import { fixed, known, ratio } from "./intervals.js";
import { plain } from "./written.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */
/** @typedef {import("../../prose/types.js").Quantity} Quantity */

/**
 * @param {Statement} multiple
 * @param {Quantity} now
 * @param {Quantity} before
 * @param {Ledger} ledger
 */
export function checkMultiple(multiple, now, before, ledger) {
  const { quantity, clause, sign } = multiple;
  const times = ratio(known(now), known(before));
  const doubled = quantity.unit === "番";
  const more = !doubled && sign > 0;
  if (sign < 0) return void ledger.skip("multiple");
  const [low, high] = doubled ? [Math.log2(times[0]), Math.log2(times[1])] : more ? [times[0] - 1, times[1] - 1] : times;
  if (!doubled && !more && !clause.endsWith("的")) return void ledger.skip("multiple");
  const exact = now.value / before.value - (more ? 1 : 0);
  const sum = `${plain(now)}÷${plain(before)}=${fixed(now.value / before.value, 2)}`;
  if (quantity.chinese || doubled) holdNumeral(multiple, [low, high], sum, ledger);
  else ledger.hold("multiple", multiple, { expected: [low, high], value: exact, sum });
}

/**
 * @param {Statement} multiple
 * @param {import("./intervals.js").Interval} expected
 * @param {string} sum
 * @param {Ledger} ledger
 */
function holdNumeral({ start, end, quantity }, [low, high], sum, ledger) {
  if (quantity.rough) return void ledger.skip("multiple");
  const near = low <= quantity.value + 0.35 && high >= quantity.value - 0.1;
  if (near) return void ledger.pass("multiple");
  ledger.tell("multiple", { start, end, message: `与文中的数不符：${sum}。`, sum });
}
