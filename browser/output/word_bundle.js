// The part of the page that writes Word files; it is loaded when somebody first needs it.

import { docx } from "./word.js";

Object.assign(window, { summariesWord: { docx } });
