// The words of a writer's own by the key that `carried` names them by.

/** @typedef {import("../schema/types.js").Content} Content */

/**
 * The words of a content by key; mirrors macros/facts/own_content.py.
 * @param {Content} content
 * @returns {Record<string, string>}
 */
export function wordsByKey({ own: { texts = {}, items = {}, sections = {} } = {} }) {
  const found = /** @type {[string, string][]} */ ([
    ...Object.entries(texts).flatMap(([use, places]) =>
      Object.entries(places).map(([place, text]) => [`own.texts/${use}/${place}`, text]),
    ),
    ...Object.entries(items).flatMap(([use, listed]) =>
      listed.map(({ id, title = "", text = "" }) => [`own.items/${use}/${id}`, `${title}\n${text}`]),
    ),
    ...Object.entries(sections).map(([name, { name: heading, text }]) => [
      `own.sections/${name}`,
      `${heading}\n${text}`,
    ]),
  ]);
  return Object.fromEntries(found);
}
