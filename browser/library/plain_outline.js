// An outline as a file has it: without what is empty.

/** @typedef {import("../schema/types.js").OutlineEntry} OutlineEntry */

/**
 * @param {OutlineEntry[]} outline
 * @returns {OutlineEntry[]}
 */
export function plainOutline(outline) {
  return outline.map(({ use, own, heading, sections = [] }) => ({
    ...(use && { use }),
    ...(own && { own }),
    ...(heading && { heading }),
    ...(sections.length > 0 && { sections: plainOutline(sections) }),
  }));
}
