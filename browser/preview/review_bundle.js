// The entry point of the bundle with 核对; fill/review_dialog.js loads it.

import { reviewBody } from "./review_panel.js";

Object.assign(window, { summariesReview: { reviewBody } });
