// Writes a document with the docx package, to compare with in `make bench-word`; not part of the site.

import { AlignmentType, Document, HeadingLevel, Packer, Paragraph, TextRun } from "docx";

/** @typedef {import("../schema/types.js").Block} Block */

const LEVELS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
];

/**
 * @param {Block[]} blocks
 * @returns {Promise<Blob>}
 */
function byPackage(blocks) {
  const children = blocks.map((block) => {
    const run = new TextRun({ text: block.number + block.text, size: 32, font: "仿宋" });
    if (block.type === "title") return new Paragraph({ children: [run], heading: HeadingLevel.TITLE });
    const heading = block.type === "heading" ? { heading: LEVELS[block.level - 1] ?? "Heading1" } : {};
    const right = ["signature", "date"].includes(block.type) ? { alignment: AlignmentType.RIGHT } : {};
    return new Paragraph({ children: [run], indent: { firstLine: 640 }, ...heading, ...right });
  });
  return Packer.toBlob(new Document({ sections: [{ children }] }));
}

Object.assign(window, { byPackage });
