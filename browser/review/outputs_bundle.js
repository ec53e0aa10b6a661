// The entry point of the bundle that takes the mended text along; the page loads it when somebody asks for it.

import { copyDraft, downloadWord, printReport } from "./outputs.js";

Object.assign(window, { summariesOutputs: { copyDraft, downloadWord, printReport } });
