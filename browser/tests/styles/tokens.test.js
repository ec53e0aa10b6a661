// The colours of the site can be told apart: words from the surface they stand on, controls from what is around them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const CSS = readFileSync(new URL("../../styles/tokens.css", import.meta.url), "utf8");
const SURFACES = ["desk", "paper", "bar", "soft", "accent-soft"];
const WORDS = ["ink", "muted", "accent", "seal", "ok", "role-practice", "role-figures", "role-plan"];
const CONTROLS = ["edge", "focus"];
/** @type {[words: string, surface: string][]} */
const PAIRS = [
  ["ink", "blank"],
  ["on-press", "press"],
  ["on-press", "press-strong"],
  ["desk", "focus"], // a button of the theme under the pointer
  ["paper", "ink"], // the explanation of a figure
];

/**
 * The colours of a scheme, which begins at a selector.
 * @param {string} selector
 * @returns {Record<string, string>}
 */
function scheme(selector) {
  const block = CSS.slice(CSS.indexOf(selector)).split("}")[0] ?? "";
  /** @type {Record<string, string>} */
  const colours = {};
  for (const [, name = "", colour = ""] of block.matchAll(/--([\w-]+): (#\w+);/g)) colours[name] = colour;
  return colours;
}

/**
 * The relative luminance of a colour, by WCAG 2.
 * @param {string} colour
 */
function luminance(colour) {
  const digits = colour.length === 4 ? colour.replace(/\w/g, "$&$&") : colour;
  const [red = 0, green = 0, blue = 0] = (digits.match(/\w\w/g) ?? []).map((pair) => {
    const part = parseInt(pair, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * @param {Record<string, string>} colours
 * @param {string} one
 * @param {string} other
 */
function contrast(colours, one, other) {
  const [light = 0, dark = 0] = [one, other].map((name) => luminance(colours[name] ?? "")).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const SCHEMES = { light: scheme(":root,"), dark: scheme('[data-md-color-scheme="slate"] {') };

for (const [name, colours] of Object.entries(SCHEMES)) {
  /** @param {[string, string][]} pairs @param {number} least */
  const below = (pairs, least) =>
    pairs
      .map(([one, other]) => `${one} on ${other}: ${contrast(colours, one, other).toFixed(2)}`)
      .filter((line) => !(Number(line.split(": ")[1]) >= least));

  test(`${name}: words stand at 4.5 on each surface`, () => {
    const each = WORDS.flatMap((word) => SURFACES.map((surface) => /** @type {[string, string]} */ ([word, surface])));
    assert.deepEqual(below([...each, ...PAIRS], 4.5), []);
  });

  test(`${name}: the borders of controls and the focus stand at 3 on each surface`, () => {
    const each = CONTROLS.flatMap((one) => SURFACES.map((surface) => /** @type {[string, string]} */ ([one, surface])));
    assert.deepEqual(below([...each, ["blank-line", "blank"], ["blank-line", "paper"]], 3), []);
  });
}

test("both schemes have the same colours", () => {
  assert.deepEqual(Object.keys(SCHEMES.dark).sort(), Object.keys(SCHEMES.light).sort());
});

test("contrast is computed as WCAG does", () => {
  assert.equal(contrast({ a: "#fff", b: "#000" }, "a", "b"), 21);
  assert.equal(contrast({ a: "#777", b: "#ffffff" }, "a", "b").toFixed(2), "4.48");
});
