// Measures the check of a text of 20,000 characters, and how much of it an edit takes.  Run by `make bench-review`.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { check, Memory } from "../checker/check.js";
import { readRules } from "../review/rule_files.js";

const ROOT = path.join(import.meta.dirname, "../..");
const LENGTH = 20_000;
const WARM = 10;
const RUNS = 40;

const RULES = readRules(path.join(ROOT, "data/writing"));
const TEXT = examples().slice(0, LENGTH);
const HALF = LENGTH / 2;
const PLAIN = HALF + TEXT.slice(HALF).search(/。[^0-9。]{30}/) + 10;
const BESIDE = TEXT.indexOf("健康", HALF);
const FIGURE = HALF + TEXT.slice(HALF).search(/[0-9]人/) + 1;

/** The examples of the site, one after the other. */
function examples() {
  const folder = path.join(ROOT, "tests/golden");
  const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  return names.map((name) => readFileSync(path.join(folder, name), "utf-8")).join("\n\n");
}

/**
 * The median time of what is run, in milliseconds of the processor.
 * @param {(run: number) => void} act
 */
function median(act) {
  for (let run = 0; run < WARM; run += 1) act(run);
  const times = Array.from({ length: RUNS }, (_, run) => {
    const begun = process.cpuUsage();
    act(WARM + run);
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  });
  return times.sort((a, b) => a - b)[RUNS / 2] ?? NaN;
}

/**
 * Types another word each time at a place of the text that has been checked.
 * @param {number} at
 * @param {(run: number) => string} typed
 */
function edit(at, typed) {
  const memory = new Memory();
  check(TEXT, RULES, {}, memory);
  return median((run) => check(TEXT.slice(0, at) + typed(run) + TEXT.slice(at), RULES, {}, memory));
}

const whole = median((run) => check(TEXT + " ".repeat(run), RULES));
console.log(`whole text of ${String(LENGTH)} characters: ${whole.toFixed(1)} ms`);
for (const [name, time] of /** @type {[string, number][]} */ ([
  ["a word in a sentence without figures", edit(PLAIN, (run) => "好".repeat(run))],
  ["a word in the name of a figure", edit(BESIDE, (run) => "好".repeat(run))],
  ["a figure", edit(FIGURE, String)],
])) {
  console.log(`after typing ${name}: ${time.toFixed(1)} ms, ${((time / whole) * 100).toFixed(0)}% of the whole`);
}
