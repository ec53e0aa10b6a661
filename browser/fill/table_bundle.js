// The entry point of the bundle with the table of all indicators; fill/lazy_table.js loads it when it is first opened.

import { TableView } from "./table_view.js";

const bundle = { TableView };
/** @typedef {typeof bundle} TableBundle */
Object.assign(window, { summariesTable: bundle });
