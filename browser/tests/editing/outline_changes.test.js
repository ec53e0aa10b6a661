// Changes of an outline.

import assert from "node:assert/strict";
import { test } from "node:test";

import * as outlines from "../../editing/outline_changes.js";
import { plainOutline } from "../../library/plain_outline.js";

const OUTLINE = [{ use: "a" }, { heading: "组", sections: [{ use: "b" }, { own: "own-c" }] }, { use: "d" }];

/**
 * An outline in short: a [组 b own-c] d
 * @param {import("../../schema/types.js").OutlineEntry[]} outline
 * @returns {string}
 */
function short(outline) {
  return outline
    .map((entry) => (entry.sections?.length ? `[${entry.heading ?? ""} ${short(entry.sections)}]` : outlines.sectionOf(entry)))
    .join(" ");
}

test("a section goes through a group, and out of it", () => {
  /** @type {[string, -1 | 1, string][]} */
  const moves = [
    ["a", 1, "[组 a b own-c] d"],
    ["b", -1, "a b [组 own-c] d"],
    ["own-c", 1, "a [组 b] own-c d"],
    ["d", -1, "a [组 b own-c d]"],
    ["a", -1, "a [组 b own-c] d"],
    ["d", 1, "a [组 b own-c] d"],
  ];
  for (const [name, by, expected] of moves) assert.equal(short(outlines.moved(OUTLINE, name, by)), expected);
});

test("a section is moved after another one, into its group and out of it, or to the start", () => {
  /** @type {[string, string | undefined, string][]} */
  const moves = [
    ["d", "b", "a [组 b d own-c]"],
    ["b", "d", "a [组 own-c] d b"],
    ["own-c", undefined, "own-c a [组 b] d"],
    ["own-c", "a", "a own-c [组 b] d"],
    ["a", undefined, "a [组 b own-c] d"],
    ["d", "own-c", "a [组 b own-c] d"],
    ["gone", "a", "a [组 b own-c] d"],
  ];
  for (const [name, after, expected] of moves) assert.equal(short(outlines.movedAfter(OUTLINE, name, after)), expected);
});

test("a group without sections goes", () => {
  const one = outlines.without(OUTLINE, "b");
  assert.equal(short(one), "a [组 own-c] d");
  assert.equal(short(outlines.without(one, "own-c")), "a d");
});

test("a section is added after another one, in its group, else at the start", () => {
  assert.equal(short(outlines.withSectionAfter(OUTLINE, { use: "x" }, "b")), "a [组 b x own-c] d");
  assert.equal(short(outlines.withSectionAfter(OUTLINE, { use: "x" }, "gone")), "x a [组 b own-c] d");
});

test("a section comes back to where it usually stands", () => {
  const usual = [{ use: "a" }, { heading: "组", sections: [{ use: "b" }] }, { use: "c" }, { use: "d" }];
  assert.equal(short(outlines.restored([{ use: "a" }, { use: "d" }], usual, "c")), "a c d");
  assert.equal(short(outlines.restored([{ use: "d" }], usual, "a")), "a d");
  assert.equal(short(outlines.restored([{ use: "a" }, { use: "b" }, { use: "d" }], usual, "c")), "a b c d");
});

test("headings are given to sections and to groups", () => {
  const named = outlines.renamed(outlines.renamed(OUTLINE, "own-c", "丙"), "组", "新组");
  assert.equal(outlines.headingIn(named, "own-c"), "丙");
  assert.equal(short(named), "a [新组 b own-c] d");
});

test("an outline for a file has nothing empty", () => {
  const whole = [{ use: "a", heading: "", sections: [] }, { heading: "组", optional: true, sections: [{ use: "b", heading: "" }] }];
  assert.deepEqual(plainOutline(whole), [{ use: "a" }, { heading: "组", sections: [{ use: "b" }] }]);
});
