// The entry point of the bundle with the fields; fill/lazy_form.js loads it once the text is shown.

import { Form } from "./form.js";
import { PaperField } from "./paper_field.js";

const bundle = { Form, PaperField };
/** @typedef {typeof bundle} FormBundle */
Object.assign(window, { summariesForm: bundle });
