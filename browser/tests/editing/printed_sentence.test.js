// A printed sentence is found in the own text that prints it, its expressions whole.

import assert from "node:assert/strict";
import { test } from "node:test";

import { placeOfSentence } from "../../editing/printed_sentence.js";
import { Composer } from "../../library/compose.js";
import { ownTools } from "../../library/own_tools.js";
import { ARCHETYPE, FACTS } from "../support/water_quarter.js";

const TEXT = "检查{{ samples }}，{{ compared(paid) }}。\n第二段{{ samples }}份！先后到东镇";
const tools = ownTools(ARCHETYPE);
const composer = new Composer(ARCHETYPE, tools);
composer.document(FACTS);

/** @param {string} sentence @param {string} [text] */
function found(sentence, text = TEXT) {
  const place = placeOfSentence({ composer, tools }, text, false, sentence);
  return place && text.slice(...place);
}

const [first = "", second = ""] = composer.printed(tools.readOwnText(TEXT, composer.summary.specs, false)).map(({ text }) => text);

test("words and all that an expression prints are one sentence", () => {
  assert.match(first, /^检查.*\d.*。$/);
  assert.equal(found(first), "检查{{ samples }}，{{ compared(paid) }}。");
});

test("the stop of a line and its number need not be in the text", () => {
  assert.equal(found("（一）先后到东镇。"), "先后到东镇");
  assert.equal(found(second.slice(0, second.indexOf("！") + 1)), "第二段{{ samples }}份！");
});

test("a part of what an expression prints stands for the whole of it", () => {
  const printed = first.slice(2, first.indexOf("，"));
  assert.equal(found(printed.slice(0, 1)), "{{ samples }}");
});

test("an earlier sentence that begins with the same words is another", () => {
  assert.equal(found("检查很多。", "检查很多次。检查很多"), "检查很多");
  const place = placeOfSentence({ composer, tools }, "检查很多次。检查很多", false, "检查很多。");
  assert.deepEqual(place, [6, 10]);
});

test("what the text does not say, or cannot be read, is not found", () => {
  assert.equal(found("没有写过的话。"), undefined);
  assert.equal(found(""), undefined);
  assert.equal(found("检查", "检查{{ nothing }}"), undefined);
});
