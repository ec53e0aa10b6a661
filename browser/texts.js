// The exact text of a box, from the lines that the build put into it: a list for each block.

/** @typedef {string[][]} Blocks */

/**
 * Joins blocks to one text; nothing trails.
 * @param {Blocks} blocks
 */
export function wholeText(blocks) {
  return blocks.flat().join("\n");
}

/**
 * Adds the line that says that the text is fiction, after an empty one.
 * @param {string} text
 * @param {string} notice
 */
export function withNotice(text, notice) {
  return notice ? `${text}\n\n${notice}` : text;
}

/**
 * Reads the blocks from the JSON of a box; a box without JSON has none.
 * @param {Element} box
 * @returns {Blocks}
 */
export function blocksOf(box) {
  const data = box.querySelector("script.copy-data")?.textContent;
  return data ? /** @type {Blocks} */ (JSON.parse(data)) : [];
}
