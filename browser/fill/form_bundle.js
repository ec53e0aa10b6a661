// The entry point of the bundle with the fields; fill/lazy_form.js loads it once the text is shown.

import { checkConsistency } from "../facts/consistency.js";
import { Form } from "./form.js";
import { nextBlank } from "./next_blank.js";
import { OutlineDrag } from "./outline_drag.js";
import { PaperField } from "./paper_field.js";
import { PaperLists } from "./paper_lists.js";
import { SentenceChoice } from "./sentence_choice.js";
import { takeDrops } from "../page/take_drops.js";
import { takePastes } from "./take_pastes.js";
import { widenForFingers } from "../preview/finger_reach.js";

const bundle = { checkConsistency, Form, nextBlank, OutlineDrag, PaperField, PaperLists, SentenceChoice, takeDrops, takePastes, widenForFingers };
/** @typedef {typeof bundle} FormBundle */
Object.assign(window, { summariesForm: bundle });
