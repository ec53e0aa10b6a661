// What the page about the site says of a server's headers.

import assert from "node:assert/strict";
import { test } from "node:test";

import { compareHeaders } from "../../reading/server_headers.js";

const POLICY = "default-src 'none'";
const RIGHT = {
  "Content-Security-Policy": POLICY,
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-cache",
};

/** @param {Record<string, string>} sent */
const wrong = (sent, policy = POLICY) =>
  compareHeaders(new Headers(sent), policy).filter(({ isRight }) => !isRight).map(({ name, isSent }) => [name, isSent]);

test("all headers are right", () => {
  assert.deepEqual(wrong(RIGHT), []);
});

test("a header that is missing or has another value is named", () => {
  assert.deepEqual(wrong({}).map(([name]) => name), Object.keys(RIGHT));
  assert.deepEqual(wrong({ ...RIGHT, "Cache-Control": "max-age=600" }), [["Cache-Control", true]]);
});

test("the policy of another version is not right", () => {
  assert.deepEqual(wrong(RIGHT, "default-src 'self'"), [["Content-Security-Policy", true]]);
});

test("a server that does not give the policy's file has nothing to compare with", () => {
  const others = Object.fromEntries(Object.entries(RIGHT).slice(1));
  assert.deepEqual(wrong(others, ""), [["Content-Security-Policy", false]]);
});
