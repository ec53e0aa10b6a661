// Makes the bundled scripts of a folder smaller with Terser, by a twentieth once they are gzipped: node tools/minify.js
// FOLDER.  What was made of a bundle is kept in .build/minified, so that only those that changed are made again.
// Functions put first pack some bundles better and others worse: of both ways the lighter one is taken.

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";

const KEPT = ".build/minified";
const TERSER = "node_modules/terser/bin/terser";
const OPTIONS = ["--ecma", "2020", "--toplevel", "--mangle", "--comments", "false"];
const WAYS = ["passes=2", "passes=2,hoist_funs=true"];
const VERSION = readFileSync("node_modules/terser/package.json");

/**
 * The path at which a bundle is kept when it is minified.
 * @param {string} script
 */
function keptAt(script) {
  const known = createHash("sha256").update(VERSION).update([...OPTIONS, ...WAYS].join(" ")).update(readFileSync(script));
  return join(KEPT, `${known.digest("hex")}.js`);
}

/** @param {string} script */
async function minify(script) {
  const kept = keptAt(script);
  if (!existsSync(kept)) await make(script, kept);
  copyFileSync(kept, script);
}

/**
 * Writes a bundle minified, whole or not at all.
 * @param {string} script
 * @param {string} kept
 */
async function make(script, kept) {
  const part = `${kept}.${String(process.pid)}`;
  const made = await Promise.all(WAYS.map((way) => minified(script, way)));
  const packed = made.map((text) => gzipSync(text, { level: 9 }).length);
  writeFileSync(part, made[packed.indexOf(Math.min(...packed))] ?? "");
  renameSync(part, kept);
}

/**
 * @param {string} script
 * @param {string} way to compress
 */
async function minified(script, way) {
  const words = [TERSER, script, ...OPTIONS, "--compress", way];
  const { stdout } = await promisify(execFile)(process.execPath, words, { maxBuffer: Infinity });
  return stdout.trimEnd();
}

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("which folder? it rewrites every script in it: node tools/minify.js docs/assets/js");
const names = readdirSync(folder).filter((name) => name.endsWith(".js"));
mkdirSync(KEPT, { recursive: true });
await Promise.all(names.map((name) => minify(join(folder, name))));
