// The entry point of the bundle with 核对; lazy_review.js loads it.

import { citedFunction } from "../templating/cited_functions.js";
import { readFunctionsBy } from "../templating/citations.js";
import { ReviewDialog } from "./review_dialog.js";

readFunctionsBy(citedFunction); // this bundle has modules of its own, which the page cannot prepare

/** @type {import("./lazy_review.js").ReviewBundle} */
const bundle = { makeReview: (page) => new ReviewDialog(page) };
Object.assign(window, { summariesReview: bundle });
