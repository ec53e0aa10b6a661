// Keeps findings in their places while the reader types, until the text is checked again.

/**
 * The findings of a text in another that differs from it in one place; those that were changed are gone.
 * @template {import("../checker/types.js").Finding} Found
 * @param {Found[]} findings
 * @param {string} before
 * @param {string} after
 * @returns {Found[]}
 */
export function movedFindings(findings, before, after) {
  const head = commonLength(before, after, Math.min(before.length, after.length));
  const tail = commonTail(before, after, Math.min(before.length, after.length) - head);
  const edge = before.length - tail;
  const step = after.length - before.length;
  return findings.flatMap((one) => {
    if (one.end <= head) return [one];
    return one.start >= edge ? [{ ...one, start: one.start + step, end: one.end + step }] : [];
  });
}

/**
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
function commonLength(one, other, most) {
  let length = 0;
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  return length;
}

/**
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
function commonTail(one, other, most) {
  let length = 0;
  while (length < most && one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length)) length += 1;
  return length;
}
