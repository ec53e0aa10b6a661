// The entry point of the bundle that reads content of a writer's own, and draft files; lazy_own.js loads it.

import { ownTools } from "../library/own_tools.js";
import { citedFunction } from "../templating/cited_functions.js";
import { bringsContent, readDraft } from "./draft_reader.js";
import { FileError } from "./file_texts.js";

/** @type {import("./lazy_own.js").OwnBundle} */
const bundle = { citedFunction, ownTools, bringsContent, readDraft, isMistake: (error) => error instanceof FileError };
Object.assign(window, { summariesOwn: bundle });
