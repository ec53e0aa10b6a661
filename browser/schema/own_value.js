// Reads objects that came from files, whose keys may be those that every object inherits.

/**
 * What stands under a key of the object itself; nothing that it inherits.
 * @template T
 * @param {Record<string, T> | undefined} object
 * @param {string} key
 */
export function ownValue(object, key) {
  return object && Object.hasOwn(object, key) ? object[key] : undefined;
}
