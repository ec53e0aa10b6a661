// The database lists the drafts of an archetype, also those stored under an id that it had before.

import assert from "node:assert/strict";
import { test } from "node:test";

import { DraftDatabase, newDraft } from "../../drafts/draft_database.js";
import { STATE } from "../support/water_quarter.js";

const stored = ["old-quarter", "water-quarter", "other"].map((archetype) => ({
  ...newDraft(archetype, archetype, STATE),
  revision: 1,
}));

/** A database that has these drafts, and nothing else of what a browser's has. */
function database() {
  const addEventListener = (/** @type {string} */ type, /** @type {() => void} */ heard) => {
    if (type === "success") queueMicrotask(heard);
  };
  const getAll = () => ({ result: stored, addEventListener });
  const db = { transaction: () => ({ objectStore: () => ({ getAll }) }) };
  return new DraftDatabase(/** @type {any} */ (db));
}

/** @param {DraftDatabase} of */
const names = async (of) => (await of.list("water-quarter")).drafts.map(({ name }) => name).sort();

test("drafts are listed by the id of their archetype", async () => {
  assert.deepEqual(await names(database()), ["water-quarter"]);
});

test("drafts of earlier ids are listed with them", async () => {
  const renamed = database();
  renamed.was = ["old-quarter"];
  assert.deepEqual(await names(renamed), ["old-quarter", "water-quarter"]);
});

test("the recent drafts are those of all archetypes, the last saved first, without deleted ones", async () => {
  const days = { "old-quarter": "2026-03-01", "water-quarter": "2026-03-03", other: "2026-03-02" };
  for (const draft of stored) draft.saved = days[/** @type {keyof typeof days} */ (draft.archetype)];
  stored[0] = { ...newDraft("gone", "gone", STATE), saved: "2026-03-09", deleted: true };
  assert.deepEqual((await database().recent()).map(({ name }) => name), ["water-quarter", "other"]);
});
