// Names a finding by where it is and what the value there is, so that it can be set aside; mirrors
// macros/library/finding_keys.py.

const BASIS = 0x811c9dc5; // FNV-1a with 32 bits
const PRIME = 0x01000193;

/**
 * The key of a finding, under which `marks.dismissed` has the reason; a changed value has another one.
 * @param {string} kind
 * @param {string} where
 * @param {string} value
 */
export function findingKey(kind, where, value) {
  return `${kind}/${where}/${digest(value)}`;
}

/**
 * By what a text is known again though it is not kept.
 * @param {string} text
 */
export function digest(text) {
  let found = BASIS;
  for (const byte of new TextEncoder().encode(text)) found = Math.imul(found ^ byte, PRIME);
  return (found >>> 0).toString(16).padStart(8, "0");
}
