// The entry point of the bundle with what helps a reader along, but is not needed at first sight.

import { FormulaPanel } from "../preview/formula_panel.js";
import { pasteBlock } from "./block_paste.js";
import { openClearing } from "./clearing.js";
import { downloadBlank, downloadFilled, handDown, splitSheet } from "./collection_sheets.js";
import { openBin, openVersions, removeDraft, renameDraft, tellForked, tellUnsaved } from "./draft_care.js";
import { downloadText } from "./downloads.js";
import { emptyDraft, fillExample, importInto, rollForward } from "./draft_sources.js";
import { copyWhole } from "./text_copy.js";
import { manageUnits, offerUnits } from "./unit_offer.js";

const bundle = {
  ...{ FormulaPanel, copyWhole, downloadText, manageUnits, offerUnits },
  ...{ openBin, openClearing, openVersions, removeDraft, renameDraft, tellForked, tellUnsaved },
  ...{ downloadBlank, downloadFilled, handDown, splitSheet },
  ...{ emptyDraft, fillExample, importInto, pasteBlock, rollForward },
};
/** @typedef {typeof bundle} Aids */
Object.assign(window, { summariesAids: bundle });
