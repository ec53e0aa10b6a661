// A message that quotes a value, with the value cut where it is long: a number of forty figures is not read in full.

const LONG = /“([^”]{20})[^”]+”/g;

/** @param {string} message */
export function withShortQuotes(message) {
  return message.replace(LONG, "“$1…”");
}
