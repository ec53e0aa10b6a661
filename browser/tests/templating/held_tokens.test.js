// Expressions that no form names stand as tokens too while a text is edited.

import assert from "node:assert/strict";
import { test } from "node:test";

import { HeldTokens } from "../../templating/held_tokens.js";
import { ARCHETYPE } from "../support/water_quarter.js";

const tokens = () => new HeldTokens(() => ARCHETYPE.facts);

test("each expression of a fact has a token of its own, and comes back as it was", () => {
  const own = "{{ compared(paid, 'short') }}，{{ against(paid, 'short') }}；{{ compared(paid, 'short') }}，{{ samples }}。";
  const held = tokens();
  const shown = held.shown(own);
  assert.equal(shown, "〔支出·自动成句〕，〔支出·自动成句2〕；〔支出·自动成句〕，〔水样〕。");
  assert.equal(held.written(shown), own);
  assert.equal(held.written("只留〔支出·自动成句2〕"), "只留{{ against(paid, 'short') }}");
});

test("a token of another text is words, and what cannot be read stays as it was typed", () => {
  const held = tokens();
  assert.equal(held.written("〔支出·自动成句〕"), "〔支出·自动成句〕");
  for (const typed of ["{% if %} {{", "{{ nothing(here) }}", "〔2026〕3号"]) assert.equal(held.shown(typed), typed);
});
