// Changes of a draft's own content.

import assert from "node:assert/strict";
import { test } from "node:test";

import * as changes from "../../editing/content_changes.js";

test("leaving out and putting back leaves nothing behind", () => {
  const left = changes.withSkipped({}, "body", "甲", true);
  assert.deepEqual(left, { skip: { body: ["甲"] } });
  assert.deepEqual(changes.withSkipped(left, "body", "甲", false), {});
});

test("own words go where they are put, and away again", () => {
  const own = changes.withText({}, "body", "甲", "新话");
  assert.deepEqual(own, { own: { texts: { body: { 甲: "新话" } } } });
  assert.deepEqual(changes.withText(own, "body", "甲", null), {});
});

test("what a change does not touch stays the same object", () => {
  const content = { skip: { body: ["甲"] }, own: { facts: {}, texts: { body: { 甲: "话" } } } };
  const next = changes.withText(content, "body", "乙", "新话");
  assert.equal(next.skip, content.skip);
  assert.equal(next.own?.facts, content.own.facts);
});

test("a passage moves by one place, and no further than the ends", () => {
  const names = ["甲", "乙", "丙"];
  assert.deepEqual(changes.withMoved({}, "body", names, "丙", -1).order, { body: ["甲", "丙", "乙"] });
  assert.deepEqual(changes.withMoved({}, "body", names, "甲", -1), {});
  assert.deepEqual(changes.withMoved({}, "body", names, "丙", 1), {});
});

test("an own item is changed in its place", () => {
  const one = changes.withItem({}, "body", { id: "i1", text: "一" });
  const two = changes.withItem(one, "body", { id: "i2", after: "i1", text: "二" });
  const changed = changes.withItem(two, "body", { id: "i1", title: "新", text: "一" });
  assert.deepEqual(changed.own?.items?.["body"]?.map(({ id, title }) => [id, title]), [["i1", "新"], ["i2", undefined]]);
});

test("what came after an item that is removed comes after what it came after", () => {
  const content = {
    skip: { body: ["i1"] },
    order: { body: ["i2", "i1"] },
    own: { items: { body: [{ id: "i1", after: "甲" }, { id: "i2", after: "i1" }, { id: "i3" }] } },
  };
  const { own, skip, order } = changes.withoutItem(content, "body", "i1");
  assert.deepEqual(own?.items?.["body"], [{ id: "i2", after: "甲" }, { id: "i3" }]);
  assert.deepEqual([skip, order], [undefined, { body: ["i2"] }]);
});

test("an own section and an own fact go where they are put, and away again", () => {
  const spec = { label: "签约", hint: "", topic: "", type: /** @type {const} */ ("count") };
  const whole = changes.withFact(changes.withSection({}, "own-x", { name: "甲", text: "" }), "own_x", spec);
  assert.deepEqual(Object.keys(whole.own ?? {}), ["sections", "facts"]);
  assert.deepEqual(changes.withFact(changes.withSection(whole, "own-x", null), "own_x", null), {});
});

test("fresh names differ, and are names", () => {
  const names = Array.from({ length: 200 }, () => changes.freshName("own_"));
  assert.equal(new Set(names).size, names.length);
  for (const name of names) assert.match(name, /^own_[a-z0-9]{6}$/);
});
