// How much of a draft is filled in is counted in facts, and kept as the page said it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { newDraft } from "../../drafts/draft_database.js";
import { validDraft } from "../../drafts/draft_validation.js";
import { countEntered } from "../../drafts/progress.js";
import { STATE } from "../support/water_quarter.js";

test("a fact counts once, whatever its sides or records, and not when all are empty", () => {
  const facts = { org: "青禾县", period: "", tested: { now: "214", last: "" }, passed: { now: "" }, works: [{ what: "" }] };
  assert.equal(countEntered(facts), 3);
});

test("a draft keeps its progress, and is valid without one or with a wrong one", () => {
  const draft = newDraft("water-quarter", "草稿", STATE);
  assert.equal(validDraft(draft)?.progress, undefined);
  assert.deepEqual(validDraft({ ...draft, progress: { done: 3, total: 9 } })?.progress, { done: 3, total: 9 });
  assert.equal(validDraft({ ...draft, progress: { done: "3" } })?.progress, undefined);
});
