// What is left over of a whole that is named or shared out before: 另有32人没有参加, 应续签4120人中有580人没有续签.

import { isClear, isOperand, sameThings, tell } from "./amounts.js";
import { digitsLike, isSlip, known, ratio, verdict } from "./intervals.js";
import { plain } from "./written.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const NOT = /^(?:因[^，。；]{1,8})?(?:没有|没|尚未|未能?|不)([一-鿿]{2})/;
const AMONG = /^[^，。；0-9]{0,8}中[，,]?(?:有|还有|仍有|尚有)$/;
const REMAINS = /其余|余下|剩余|剩下/;

/**
 * Whether an amount is told as what has not done something, behind it.
 * @param {Statement} one
 */
export function isLeft({ after }) {
  return NOT.test(after);
}

/**
 * Holds it against the whole that has been shared out, or against what has been done, by its name; false where neither is
 * told.
 * @param {Statement} one
 * @param {Statement[]} before all that its sentence tells before it
 * @param {Statement[]} all amounts of the text
 * @param {Ledger} ledger
 */
export function checkLeft(one, before, all, ledger) {
  return isClear(one) && (ofShared(one, before, all, ledger) || ofDone(one, before, all, ledger));
}

/**
 * 实际参加1552人，受检率98.0%，另有32人没有参加: the share tells of which whole they are.
 * @param {Statement} one
 * @param {Statement[]} before
 * @param {Statement[]} all
 * @param {Ledger} ledger
 */
function ofShared(one, before, all, ledger) {
  const [part, share] = before.slice(-2);
  if (!part || share?.kind !== "share" || !isOperand(part) || part.quantity.unit !== one.quantity.unit || !(NOT.test(one.after) ? /另有/ : REMAINS).test(one.clause)) return false;
  if (before.filter(({ kind }) => kind === "share").length > 1) return false; // of several parts
  const factor = share.quantity.unit === "‰" ? 1000 : 100;
  const wholes = all.filter((each) => sameThings(each.quantity.unit, part.quantity.unit) && each.quantity.value > part.quantity.value);
  const shared = wholes.filter((each) => verdict(share.quantity, ratio(known(part.quantity), known(each.quantity), factor)) === "right");
  const [whole] = shared;
  if (!whole || new Set(shared.map(({ quantity }) => quantity.value)).size > 1) return false;
  return holdRest(one, whole, part, ledger);
}

/**
 * 应续签4120人中有580人没有续签, where 续签3540人 are told somewhere; without a whole beside it, only a rest that is mistyped.
 * @param {Statement} one
 * @param {Statement[]} before
 * @param {Statement[]} all
 * @param {Ledger} ledger
 */
function ofDone(one, before, all, ledger) {
  const [, deed = ""] = NOT.exec(one.after) ?? [];
  const [whole, last] = before.slice(-2);
  if (whole && deed !== "" && last?.indicator === deed && [whole, last].every(({ quantity }) => quantity.unit === one.quantity.unit)) return holdRest(one, whole, last, ledger);
  const same = all.filter((each) => each !== one && each.quantity.unit === one.quantity.unit && isClear(each));
  const done = deed === "" ? [] : same.filter(({ indicator }) => indicator === deed || indicator === `已${deed}`);
  const [part] = done;
  if (!part || new Set(done.map(({ quantity }) => quantity.value)).size > 1) return false;
  const beside = AMONG.test(one.before) ? before.at(-1) : undefined;
  if (beside?.quantity.unit === one.quantity.unit) return holdRest(one, beside, part, ledger);
  const wholes = same.filter((whole) => whole.quantity.value > part.quantity.value);
  if (wholes.some((whole) => whole.quantity.value - part.quantity.value === one.quantity.value)) return ledger.pass("sum");
  const slip = wholes.find((whole) => isSlip(one, whole.quantity.value - part.quantity.value, 4));
  return slip !== undefined && holdRest(one, slip, part, ledger);
}

/**
 * @param {Statement} one
 * @param {Statement} whole
 * @param {Statement} part
 * @param {Ledger} ledger
 */
function holdRest(one, whole, part, ledger) {
  const value = whole.quantity.value - part.quantity.value;
  if (value === one.quantity.value) return ledger.pass("sum");
  if (value <= 0) return false;
  const sum = `${plain(whole.quantity)}−${plain(part.quantity)}=${digitsLike(value, one.quantity)}`;
  tell(one, [], { sum, level: "error" }, ledger);
  return true;
}
