// Runs all tests in one process: starting one for each of many small files takes longer than what they do.

import { readdirSync } from "node:fs";

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf-8" });
for (const file of files.sort()) {
  if (file.endsWith(".test.js")) await import(`./${file}`);
}
