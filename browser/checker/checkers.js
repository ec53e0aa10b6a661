// The checkers by the names that rules call them by.

import { arithmetic } from "./arithmetic/claims.js";
import { doubled } from "./content/doubled.js";
import { emptyWords } from "./content/empty_words.js";
import { missingPart } from "./content/missing_part.js";
import { missingSection } from "./content/missing_section.js";
import { noFigures } from "./content/no_figures.js";
import { planTargets } from "./content/plan_targets.js";
import { sectionFigures } from "./content/section_figures.js";
import { headingEnd } from "./form/heading_end.js";
import { innerSpace } from "./form/inner_space.js";
import { mixedNumbering } from "./form/mixed_numbering.js";
import { numberSequence } from "./form/number_sequence.js";
import { pairedMarks } from "./form/paired_marks.js";
import { paragraphEnd } from "./form/paragraph_end.js";
import { otherUnits } from "./leftovers/other_units.js";
import { ownWords } from "./leftovers/own_words.js";
import { takenOver } from "./leftovers/taken_over.js";
import { impossibleDates } from "./time/dates.js";
import { documentYears } from "./time/documents.js";
import { otherPeriods } from "./time/periods.js";
import { quarterMonths } from "./time/quarters.js";
import { signatureDate } from "./time/signature.js";
import { personalDataChecker } from "./words/personal_data.js";
import { replacedTermsChecker } from "./words/replaced_terms.js";

/** @type {Record<string, import("./types.js").Checker>} */
export const CHECKERS = {
  "document-year": documentYears,
  doubled,
  "empty-words": emptyWords,
  "heading-end": headingEnd,
  "impossible-date": impossibleDates,
  "inner-space": innerSpace,
  "missing-part": missingPart,
  "missing-section": missingSection,
  "mixed-numbering": mixedNumbering,
  "no-figures": noFigures,
  "number-sequence": numberSequence,
  "other-period": otherPeriods,
  "other-units": otherUnits,
  "own-words": ownWords,
  "paired-marks": pairedMarks,
  "paragraph-end": paragraphEnd,
  "personal-data": personalDataChecker,
  "plan-targets": planTargets,
  "quarter-months": quarterMonths,
  "replaced-terms": replacedTermsChecker,
  "section-figures": sectionFigures,
  "signature-date": signatureDate,
  "taken-over": takenOver,
};

/**
 * The checker of a name; those that are not listed are checks of arithmetic.
 * @param {string} name
 */
export function checkerOf(name) {
  return CHECKERS[name] ?? arithmetic(name);
}
