// Packs the XML of a Word file for tests.

import { strToU8, zipSync } from "fflate";

const RELATIONS =
  '<Relationships><Relationship Id="rId1" Type="http://x/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/**
 * @param {string} body
 * @param {Record<string, string>} [parts] further ones of the folder word
 */
export function packed(body, parts = {}) {
  const document = `<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`;
  const all = { "_rels/.rels": RELATIONS, "word/document.xml": document };
  for (const [name, text] of Object.entries(parts)) Object.assign(all, { [`word/${name}`]: text });
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])));
}

/**
 * A paragraph of plain text, with its properties.
 * @param {string} text
 * @param {string} [properties]
 */
export function paragraph(text, properties = "") {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}
