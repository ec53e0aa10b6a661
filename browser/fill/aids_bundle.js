// The entry point of the bundle with what helps a reader along, but is not needed at first sight.

import { FormulaPanel } from "../preview/formula_panel.js";
import { pasteBlock } from "./block_paste.js";
import { tellForked, tellUnsaved } from "./draft_care.js";
import { downloadText } from "./downloads.js";
import { importInto } from "./draft_sources.js";
import { moreGroups } from "./more_menu.js";
import { openPeriod } from "./period_field.js";
import { copyWhole } from "./text_copy.js";
import { offerUnits } from "./unit_offer.js";

const bundle = {
  ...{ FormulaPanel, copyWhole, downloadText, importInto, moreGroups, offerUnits, openPeriod },
  ...{ pasteBlock, tellForked, tellUnsaved },
};
/** @typedef {typeof bundle} Aids */
Object.assign(window, { summariesAids: bundle });
