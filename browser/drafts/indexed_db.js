// IndexedDB with promises: what a request gives, and when a transaction is written.

/**
 * What a request gives; fails with the browser's own error.
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
export function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new DOMException("", "UnknownError"));
    };
  });
}

/**
 * Resolves when a transaction is written; one that nobody waits for may fail in silence.
 * @param {IDBTransaction} transaction
 * @returns {Promise<void>}
 */
export function written(transaction) {
  const done = new Promise((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve(undefined);
    };
    transaction.onabort = () => {
      reject(transaction.error ?? new DOMException("", "AbortError"));
    };
  });
  done.catch(() => undefined);
  return /** @type {Promise<void>} */ (done);
}
