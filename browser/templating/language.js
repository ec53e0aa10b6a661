// The filters, functions and conditions of templates by name; mirrors macros/templating/language.py, which
// declares the kinds of their arguments.

import * as arithmetic from "../figures/arithmetic.js";
import * as comparisons from "../figures/comparisons.js";
import * as conditions from "../figures/conditions.js";
import * as filters from "../figures/filters.js";
import * as targets from "../figures/targets.js";
import { thenTrends } from "../figures/trends.js";
import * as wordings from "../figures/wordings.js";

/** @type {Record<string, (...values: any[]) => import("../figures/values.js").Value | boolean>} */
export const FUNCTIONS = {
  bare: filters.bare,
  thousands: filters.thousands,
  wan: filters.wan,
  yi: filters.yi,
  ones: filters.ones,
  cn: filters.cn,
  month: filters.month,
  monthday: filters.monthday,
  year: filters.year,
  this: filters.thisPeriod,
  next: filters.nextPeriod,
  listed: filters.listed,
  change: comparisons.change,
  paced: comparisons.paced,
  growth: comparisons.growth,
  compared: comparisons.compared,
  against: comparisons.against,
  before: comparisons.before,
  then_compared: wordings.thenCompared,
  then_against: wordings.thenAgainst,
  then_before: wordings.thenBefore,
  then_trends: thenTrends,
  roughly: arithmetic.roughly,
  share: arithmetic.share,
  completion: arithmetic.completion,
  per: arithmetic.per,
  rest: arithmetic.rest,
  plus: arithmetic.plus,
  raised: arithmetic.raised,
  aimed: targets.aimed,
  brought: targets.brought,
  effort: targets.effort,
  shortfall: targets.shortfall,
  total: arithmetic.total,
  count: arithmetic.count,
  tally: arithmetic.tally,
  named: arithmetic.named,
  stated: comparisons.stated,
  changed: comparisons.changed,
  told: wordings.told,
  planned: wordings.planned,
  outcome: wordings.outcome,
  rated: wordings.rated,
  span: filters.span,
  known: conditions.known,
  some: conditions.some,
  given: conditions.given,
  many: conditions.many,
  cites: conditions.cites,
  rises: conditions.rises,
  falls: conditions.falls,
  level: conditions.level,
  looked_less: conditions.lookedLess,
  announced: conditions.announced,
  reached: conditions.reached,
  exceeded: conditions.exceeded,
  zero: conditions.zero,
  several: conditions.several,
  partly: conditions.partly,
  equal: conditions.equal,
};
