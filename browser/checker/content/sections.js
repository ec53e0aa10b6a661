// A text by its sections: a heading and what stands under it, up to the next of the same level.

/** @typedef {import("../../prose/types.js").Prose} Prose */
/** @typedef {import("../../prose/types.js").Line} Line */
/** @typedef {{ heading: Line, title: string, body: Line[], text: string }} Section */

/**
 * The sections of the topmost level that is numbered more than once.
 * @param {Prose} prose
 * @returns {Section[]}
 */
export function sectionsOf({ lines }) {
  const headings = lines.filter(({ kind, number }) => kind === "heading" && number);
  const styles = [...new Set(headings.map(({ number }) => number?.style))];
  const style = styles.find((one) => headings.filter(({ number }) => number?.style === one).length > 1);
  const tops = headings.filter(({ number }) => number?.style === style);
  return tops.map((heading, index) => {
    const end = tops[index + 1]?.start ?? Infinity;
    const body = lines.filter((line) => line.start > heading.start && line.start < end && line.kind !== "blank");
    return { heading, title: heading.text, body, text: body.map(({ text }) => text).join("\n") };
  });
}
