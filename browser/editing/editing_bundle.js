// The entry point of the bundle with the controls of own content; fill/lazy_editing.js loads it.

import { Editing } from "./editing.js";

Object.assign(window, {
  summariesEditing: /** @type {import("./editing.js").MakeEditing} */ (
    (page, tools) => new Editing(page, tools)
  ),
});
