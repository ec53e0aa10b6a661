// Takes from the theme's style sheet what the site's pages can show, into .build/theme.css, with which
// browser/styles/pages.css begins.  A selector stays if each class, id and attribute in it is a word of the templates,
// scripts and texts that pages are made of; what it says of elements stays.  tests/builds/test_theme_styles.py holds
// the built pages to it, tools/theme_match.py the installed theme.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transform } from "lightningcss";

/** @typedef {import("lightningcss").SelectorComponent} SelectorComponent */

const TARGET = ".build/theme.css";
const PYTHONS = [".venv/bin/python", ".venv/Scripts/python.exe"];
const WHERE = "import importlib.util as u; print(u.find_spec('material').submodule_search_locations[0])";
const TEMPLATES = [
  "base.html", "main.html", "404.html", "partials/content.html", "partials/copyright.html", "partials/footer.html",
  "partials/header.html", "partials/logo.html", "partials/nav-item.html", "partials/nav.html",
  "partials/palette.html", "partials/toc-item.html", "partials/toc.html", "partials/top.html",
];
const OWN = ["mkdocs.yml", "overrides", "templates/pages", "docs", "browser", "macros/site"];
const READ = /^(?!assets).*\.(html|j2|js|md|py|yml|css)$/;
const STRINGS = /"[^"\n]*"|`[^`]*`/g; // in programs, only these can name a class
const FOCUSED = ".focus-visible"; // what a script of the theme sets where browsers do not know it
const MARKDOWN = ["admonition", "admonition-title", "headerlink"]; // classes that Python-Markdown gives

/**
 * The text of a file, or of every file in a folder.
 * @param {string} path
 * @returns {string}
 */
function textOf(path) {
  if (READ.test(path)) {
    const text = readFileSync(path, "utf8");
    return /\.(js|py)$/.test(path) ? (text.match(STRINGS) ?? []).join("\n") : text;
  }
  const inside = readdirSync(path, { recursive: true, encoding: "utf8" });
  return inside.filter((name) => READ.test(name)).sort().map((name) => textOf(join(path, name))).join("\n");
}

/** The folder of the theme's templates. */
function themeFolder() {
  const python = PYTHONS.find((path) => existsSync(path)) ?? "python3";
  return join(execFileSync(python, ["-c", WHERE], { encoding: "utf8" }).trim(), "templates");
}

/**
 * Tells whether a part of a selector can be in a page.
 * @param {SelectorComponent} part
 * @param {Set<string>} words
 */
function occurs(part, words) {
  if (part.type === "class" || part.type === "id") return words.has(part.name);
  if (part.type !== "attribute") return true;
  const { name, operation } = part;
  if (name === "dir") return operation?.value !== "rtl";
  return words.has(name) && (operation?.operator !== "equal" || words.has(operation.value));
}

/**
 * The rules of a style sheet that a page can need, and the variables that these or the site's own styles read.
 * @param {string} code
 * @param {Set<string>} words
 * @param {string} own
 */
function needed(code, words, own) {
  const rules = reduced(code, { Selector: (selector) => (selector.every((part) => occurs(part, words)) ? undefined : []) });
  const read = new Set(`${rules} ${own}`.match(/(?<=var\()--[\w-]+/g));
  const isUnread = (/** @type {string} */ name) => name.startsWith("--") && !read.has(name);
  return reduced(rules, { Declaration: { custom: ({ name }) => (isUnread(name) ? [] : undefined) } });
}

/**
 * @param {string} code
 * @param {import("lightningcss").Visitor<{}>} visitor
 */
function reduced(code, visitor) {
  const options = { filename: "theme.css", code: Buffer.from(code), minify: true, visitor };
  return Buffer.from(transform(options).code).toString();
}

const theme = themeFolder();
const styles = join(theme, "assets", "stylesheets");
const [sheet = ""] = readdirSync(styles).filter((name) => /^main\..*\.css$/.test(name));
const full = readFileSync(join(styles, sheet), "utf8");
const texts = [...TEMPLATES.map((name) => textOf(join(theme, name))), ...OWN.map(textOf)];
const words = new Set([...MARKDOWN, ...texts.join("\n").match(/[\w-]+/g) ?? []]);
mkdirSync(".build", { recursive: true });
const origin = `/* ${sheet} ${createHash("sha256").update(full).digest("hex")} */\n`;
writeFileSync(TARGET, origin + needed(full.replaceAll(FOCUSED, `:${FOCUSED.slice(1)}`), words, textOf("browser")));
