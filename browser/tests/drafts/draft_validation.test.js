// What the database holds is read only when it is whole; drafts' names differ.

import assert from "node:assert/strict";
import { test } from "node:test";

import { freeName, newDraft } from "../../drafts/draft_database.js";
import { EMPTY } from "../../drafts/state.js";
import { validState, validDraft } from "../../drafts/draft_validation.js";

const EDIT = { section: "body", index: 0, generated: "甲", text: "乙" };
const STATE = {
  facts: { org: "甲局", paid: { now: "1" }, towns: [{ name: "东镇" }], works: [] },
  without: ["body"],
  headings: { body: "正文" },
  content: { skip: { body: ["正文"] } },
  edits: [EDIT],
  carried: ["org"],
};

test("a whole draft is read as it was stored", () => {
  const draft = { ...newDraft("water-quarter", "水质", STATE), revision: 2, saved: "2026-01-01" };
  assert.deepEqual(validDraft(structuredClone(draft)), draft);
});

test("what was not stored of a state is empty", () => {
  assert.deepEqual(validState({ facts: { org: "甲" } }), { ...EMPTY, facts: { org: "甲" } });
});

/** @type {[string, unknown][]} */
const BAD = [
  ["no state", 7],
  ["no facts", {}],
  ["empty facts", { facts: null }],
  ["a number", { facts: { org: 1 } }],
  ["a number in a series", { facts: { paid: { now: 1 } } }],
  ["no record in a list", { facts: { towns: [null] } }],
  ["no edit", { facts: {}, edits: [null] }],
  ["an edit without a text", { facts: {}, edits: [{ ...EDIT, text: undefined }] }],
  ["no list", { facts: {}, without: "body" }],
  ["a number for a heading", { facts: {}, headings: { body: 1 } }],
];

for (const [what, state] of BAD) {
  test(`a state that is not whole is not read: ${what}`, () => {
    assert.equal(validState(state), null);
    assert.equal(validDraft({ ...newDraft("water-quarter", "水质", EMPTY), state }), null);
  });
}

test("a name that is taken gets a number", () => {
  const drafts = ["水质", "水质2"].map((name) => newDraft("water-quarter", name, EMPTY));
  assert.equal(freeName("水质", drafts), "水质3");
  assert.equal(freeName("饮水", drafts), "饮水");
});
