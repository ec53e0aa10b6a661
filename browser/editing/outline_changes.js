// Changes of an outline: sections added, moved, left out and named; an outline is never mutated.

/** @typedef {import("../schema/types.js").OutlineEntry} OutlineEntry */

/**
 * The name of the section that an entry writes; empty for a group.
 * @param {OutlineEntry} entry
 */
export function sectionOf({ own, use = "" }) {
  return own ?? use;
}

/**
 * The names of the sections, in order.
 * @param {OutlineEntry[]} outline
 * @returns {string[]}
 */
export function sectionsIn(outline) {
  return outline.flatMap((entry) => (entry.sections?.length ? sectionsIn(entry.sections) : [sectionOf(entry)]));
}

/**
 * The outline without a section; a group without any goes with its last.
 * @param {OutlineEntry[]} outline
 * @param {string} name
 * @returns {OutlineEntry[]}
 */
export function without(outline, name) {
  return outline.flatMap((entry) => {
    if (!entry.sections?.length) return sectionOf(entry) === name ? [] : [entry];
    const sections = without(entry.sections, name);
    if (sections.length === entry.sections.length) return [entry];
    return sections.length > 0 ? [{ ...entry, sections }] : [];
  });
}

/**
 * The outline with a section after another one, in its group; else at the start.
 * @param {OutlineEntry[]} outline
 * @param {OutlineEntry} added
 * @param {string} [after]
 * @returns {OutlineEntry[]}
 */
export function withSectionAfter(outline, added, after) {
  if (!after || !sectionsIn(outline).includes(after)) return [added, ...outline];
  return outline.flatMap((entry) => {
    if (entry.sections?.length) {
      const isHere = sectionsIn(entry.sections).includes(after);
      return [isHere ? { ...entry, sections: withSectionAfter(entry.sections, added, after) } : entry];
    }
    return sectionOf(entry) === after ? [entry, added] : [entry];
  });
}

/**
 * The outline with a section of the usual one back: after the section that stands before it there.
 * @param {OutlineEntry[]} outline
 * @param {OutlineEntry[]} usual
 * @param {string} name
 */
export function restored(outline, usual, name) {
  const order = sectionsIn(usual);
  const present = sectionsIn(outline);
  const before = order.slice(0, order.indexOf(name)).filter((other) => present.includes(other));
  const entries = usual.flatMap((entry) => (entry.sections?.length ? entry.sections : [entry]));
  const entry = entries.find((one) => sectionOf(one) === name) ?? { use: name };
  return withSectionAfter(outline, entry, before[before.length - 1]);
}

/**
 * The outline with a section, or a group by its heading, under another heading.
 * @param {OutlineEntry[]} outline
 * @param {string} name
 * @param {string} heading
 * @returns {OutlineEntry[]}
 */
export function renamed(outline, name, heading) {
  return outline.map((entry) => {
    const isNamed = (sectionOf(entry) || entry.heading) === name;
    if (isNamed) return { ...entry, heading };
    return entry.sections?.length ? { ...entry, sections: renamed(entry.sections, name, heading) } : entry;
  });
}

/**
 * The heading that an outline gives a section.
 * @param {OutlineEntry[]} outline
 * @param {string} name
 * @returns {string | undefined}
 */
export function headingIn(outline, name) {
  const entries = outline.flatMap((entry) => [entry, ...(entry.sections ?? [])]);
  return entries.find((entry) => sectionOf(entry) === name)?.heading;
}

/**
 * The outline with a section one place up or down; it goes into a group on its way, and out of it.
 * @param {OutlineEntry[]} outline
 * @param {string} name
 * @param {-1 | 1} by
 * @returns {OutlineEntry[]}
 */
export function moved(outline, name, by) {
  const lines = linesOf(outline);
  const at = lines.findIndex((line) => line.entry && sectionOf(line.entry) === name);
  const to = at + by;
  const [line, other] = [lines[at], lines[to]];
  if (!line || !other) return outline;
  lines[at] = other;
  lines[to] = line;
  return outlineOf(lines);
}

/**
 * The outline with a section moved after another one, into its group; else to the start.
 * @param {OutlineEntry[]} outline
 * @param {string} name
 * @param {string} [after]
 */
export function movedAfter(outline, name, after) {
  const entries = outline.flatMap((entry) => (entry.sections?.length ? entry.sections : [entry]));
  const entry = entries.find((one) => sectionOf(one) === name);
  const at = sectionsIn(outline).indexOf(name);
  const isThere = name === after || sectionsIn(outline)[at - 1] === after;
  return !entry || isThere ? outline : withSectionAfter(without(outline, name), entry, after);
}

/**
 * An outline as lines: a section, or where a group opens or closes.
 * @typedef {{entry?: OutlineEntry, opens?: OutlineEntry}} Line
 */

/**
 * @param {OutlineEntry[]} outline
 * @returns {Line[]}
 */
function linesOf(outline) {
  return outline.flatMap((entry) =>
    entry.sections?.length
      ? [{ opens: entry }, ...entry.sections.map((inner) => ({ entry: inner })), {}]
      : [{ entry }],
  );
}

/**
 * @param {Line[]} lines
 * @returns {OutlineEntry[]}
 */
function outlineOf(lines) {
  /** @type {OutlineEntry[]} */
  const outline = [];
  /** @type {OutlineEntry[] | null} */
  let group = null;
  for (const { entry, opens } of lines) {
    if (entry) (group ?? outline).push(entry);
    else if (opens) {
      group = [];
      outline.push({ ...opens, sections: group });
    } else group = null;
  }
  return outline.filter((entry) => sectionOf(entry) !== "" || entry.sections?.length);
}
