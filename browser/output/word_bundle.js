// The entry point of the bundle that writes Word files; the page loads it when it is first needed.

import { docx } from "./word.js";

Object.assign(window, { summariesWord: { docx } });
