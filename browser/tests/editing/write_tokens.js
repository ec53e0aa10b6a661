// Writes own texts as their writer types them, for the browser tests: JSON {texts, specs} from standard
// input, the texts with tokens to standard output.

import { readFileSync } from "node:fs";

import { withTokens } from "../../templating/tokens.js";

/** @typedef {{texts: string[], specs: Record<string, import("../../schema/types.js").FactSpec>}} Asked */

const asked = /** @type {unknown} */ (JSON.parse(readFileSync(0, "utf8")));
const { texts, specs } = /** @type {Asked} */ (asked);
console.log(JSON.stringify(texts.map((text) => withTokens(text, specs))));
