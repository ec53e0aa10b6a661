// Growth since an earlier value, of what the text tells elsewhere: 全年诊疗286.4万人次。……诊疗人次比上年的271.5万增长5.5%.

import { growthClaim } from "./growth_claim.js";
import { timesApart } from "./intervals.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("./told.js").Told} Told */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const NAME = /^(?:其中)?(.{2,}?)(?:人次|人数|数量|[数量额])?(?:比|较|由|从)(?:上年|去年)(?:同期)?/;
const FAR = 1.6; // how many times an amount may be what it was

/**
 * @param {Statement[]} statements
 * @param {Told[]} told
 * @param {Ledger} ledger
 */
export function checkGrownSince(statements, told, ledger) {
  statements.forEach((prior, at) => {
    const [last, next] = [statements[at - 1], statements[at + 1]];
    const name = NAME.exec(prior.indicator)?.[1];
    const isWhole = name !== undefined && prior.kind === "prior" && next?.kind === "growth" && next.sentence === prior.sentence;
    if (!isWhole || (last?.sentence === prior.sentence && last.quantity.unit === prior.quantity.unit)) return;
    const named = told.filter(
      (one) =>
        one.sentence !== prior.sentence &&
        one.kind === "value" &&
        !one.part &&
        one.quantity.unit === prior.quantity.unit &&
        one.name.endsWith(name),
    );
    const values = new Set(named.map(({ quantity }) => quantity.value));
    const [value] = named;
    if (!value || values.size > 1 || timesApart(value.quantity.value, prior.quantity.value) > FAR) return;
    ledger.hold("growth", next, growthClaim(value.quantity, prior.quantity));
  });
}
