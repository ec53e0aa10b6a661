// The words a template may use; macros/templating/language.py says what each takes, and checks that it gets it.

import * as comparisons from "./comparisons.js";
import * as figures from "./figures.js";
import * as wording from "./wording.js";

/** @type {Record<string, (...values: any[]) => import("./values.js").Value | boolean>} */
export const WORDS = {
  bare: wording.bare,
  thousands: wording.thousands,
  wan: wording.wan,
  yi: wording.yi,
  cn: wording.cn,
  month: wording.month,
  monthday: wording.monthday,
  year: wording.year,
  this: wording.thisPeriod,
  next: wording.nextPeriod,
  listed: wording.listed,
  change: comparisons.change,
  growth: comparisons.growth,
  compared: comparisons.compared,
  against: comparisons.against,
  before: comparisons.before,
  share: figures.share,
  completion: figures.completion,
  per: figures.per,
  rest: figures.rest,
  plus: figures.plus,
  raised: figures.raised,
  total: figures.total,
  count: figures.count,
  named: figures.named,
  stated: comparisons.stated,
  span: wording.span,
  known: wording.known,
  some: wording.some,
  many: wording.many,
  rises: wording.rises,
  falls: wording.falls,
  level: wording.level,
  reached: wording.reached,
  exceeded: wording.exceeded,
  zero: wording.zero,
  equal: wording.equal,
};
