// The entry point of the bundle with what helps a reader along, but is not needed at first sight.

import { asMarkdown } from "../output/formats.js";
import { FormulaPanel } from "../preview/formula_panel.js";
import { openClearing } from "./clearing.js";
import { openBin, openVersions, removeDraft, renameDraft, tellForked, tellUnsaved } from "./draft_care.js";
import { nextBlank } from "./next_blank.js";
import { offerText } from "./text_offer.js";
import { manageUnits, offerUnits } from "./unit_offer.js";

const bundle = {
  ...{ FormulaPanel, asMarkdown, manageUnits, nextBlank, offerText, offerUnits },
  ...{ openBin, openClearing, openVersions, removeDraft, renameDraft, tellForked, tellUnsaved },
};
/** @typedef {typeof bundle} Aids */
Object.assign(window, { summariesAids: bundle });
