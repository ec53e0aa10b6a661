// Runs the tests in one process: starting one for each of many small files takes longer than what they do.
// With “quick” it leaves out those that take long, with “long” it runs only them; with neither it runs all.

import { readdirSync } from "node:fs";

const LONG = ".long.test.js";
const [part] = process.argv.slice(2);
const tests = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf-8" }).filter((file) => file.endsWith(".test.js"));
const asked = tests.filter((file) => part === undefined || file.endsWith(LONG) === (part === "long"));
for (const file of asked.sort()) await import(`./${file}`);
