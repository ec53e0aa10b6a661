// The entry point of the bundle with 核对 and the attached table of figures; lazy_review.js loads it.

import { citedFunction } from "../templating/cited_functions.js";
import { readFunctionsBy } from "../templating/citations.js";
import { readOwnText } from "../templating/own_text.js";
import { readWordsBy } from "../templating/own_words.js";
import { figureLines, withAppendix } from "../output/appendix.js";
import { rulesOf } from "../checker/rule_data.js";
import { openHeldText } from "./held_text.js";
import { ReviewPane } from "./review_pane.js";

// this bundle has modules of its own, which the page cannot prepare
readFunctionsBy(citedFunction);
readWordsBy(readOwnText);

/** @type {import("./lazy_review.js").ReviewBundle} */
const bundle = {
  makeReview: (page, element, rules, data) => new ReviewPane(page, element, rules, rulesOf(data)),
  openHeldText,
  attach: (blocks, summary, facts) => withAppendix(blocks, figureLines(summary, facts)),
};
Object.assign(window, { summariesReview: bundle });
