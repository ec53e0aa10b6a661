// Changes of a draft's own content.

import assert from "node:assert/strict";
import { test } from "node:test";

import * as changes from "../../editing/content_changes.js";

test("leaving out and putting back leaves nothing behind", () => {
  const left = changes.withSkipped({}, "body", "甲", true);
  assert.deepEqual(left, { skip: { body: ["甲"] } });
  assert.deepEqual(changes.withSkipped(left, "body", "甲", false), {});
});

test("a weight is given, replaced and taken away, and nothing is left behind", () => {
  const first = changes.withWeight({}, "body", "甲", "重点");
  assert.deepEqual(first, { marks: { emphasis: { "body/甲": "重点" } } });
  assert.deepEqual(changes.withWeight(first, "body", "甲", "略写").marks?.emphasis, { "body/甲": "略写" });
  assert.deepEqual(changes.withWeight(first, "body", "甲", ""), {});
  const renamed = (/** @type {string} */ name) => (name === "旧/甲" ? "甲" : name);
  const old = { marks: { emphasis: { "body/旧/甲": "重点", "plans/甲": "重点", own_x: "重点" } } };
  const next = changes.withWeight(old, "body", "甲", "略写", renamed);
  assert.deepEqual(next.marks?.emphasis, { "plans/甲": "重点", own_x: "重点", "body/甲": "略写" });
});

test("what is put first also comes first in an order that the section has", () => {
  const content = { order: { body: ["甲", "乙"] } };
  assert.deepEqual(changes.withWeight(content, "body", "丙", "重点").order, { body: ["丙", "甲", "乙"] });
  assert.deepEqual(changes.withWeight(content, "body", "乙", "略写").order, content.order);
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
    marks: { emphasis: { "body/i1": "重点" } },
  };
  const { own, skip, order, marks } = changes.withoutItem(content, "body", "i1");
  assert.deepEqual(own?.items?.["body"], [{ id: "i2", after: "甲" }, { id: "i3" }]);
  assert.deepEqual([skip, order, marks], [undefined, { body: ["i2"] }, undefined]);
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

test("a figure's own day goes where it is put, and away again", () => {
  const dated = changes.withAsOf({}, "own_x", "2026-05-31");
  assert.deepEqual(dated, { marks: { as_of: { own_x: "2026-05-31" } } });
  assert.deepEqual(changes.withAsOf(dated, "own_x", ""), {});
});

test("a new item stands in the order that was chosen, after what it comes after", () => {
  const content = { order: { body: ["乙", "甲"] } };
  const after = changes.withItem(content, "body", { id: "i1", after: "乙" });
  assert.deepEqual(after.order, { body: ["乙", "i1", "甲"] });
  assert.deepEqual(changes.withItem(after, "body", { id: "i2" }).order, { body: ["i2", "乙", "i1", "甲"] });
  assert.deepEqual(changes.withItem(after, "body", { id: "i1", text: "话" }).order, after.order);
});
