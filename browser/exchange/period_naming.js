// Lets the writer name a period that is not among those offered.

import { monthOf } from "../figures/recent_periods.js";
import { openDialog, openPrompt } from "../page/dialog.js";
import { make } from "../page/elements.js";
import { spokenPeriod } from "./spoken_periods.js";

/**
 * Asks for the period in words, and puts the one that they mean.
 * @param {import("../figures/periods.js").PeriodKind[]} kinds
 * @param {(code: string) => void} put
 */
export function namePeriod(kinds, put) {
  const label = "时段，如“3月”“一季度”“上半年”“去年”“2019年第一季度”";
  openPrompt("其他时段", label, "", (words) => {
    const period = spokenPeriod(words, kinds, monthOf(new Date()));
    if (period) put(period.code);
    else openDialog("读不懂这个时段", [make("p", {}, `这个范本里没有“${words}”这样的时段。`)], []);
  });
}
