// IndexedDB with promises: requests and transactions that one can wait for.

/**
 * The result of a request.
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
export function resultOf(request) {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => { resolve(request.result); });
    request.addEventListener("error", () => { reject(request.error ?? failure()); });
  });
}

/**
 * The end of a transaction; who does not wait for it is not told that it failed.
 * @param {IDBTransaction} transaction
 * @returns {Promise<void>}
 */
export function endOf(transaction) {
  /** @type {Promise<void>} */
  const end = new Promise((resolve, reject) => {
    const fail = () => { reject(transaction.error ?? failure()); };
    transaction.oncomplete = () => { resolve(); };
    transaction.onerror = fail;
    transaction.onabort = fail;
  });
  end.catch(() => null);
  return end;
}

/**
 * Opens a database; it closes when another window wants to delete it.
 * @param {string} name
 * @param {(fresh: IDBDatabase) => void} upgrade makes its stores when it is new
 */
export async function openDatabase(name, upgrade) {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => { upgrade(request.result); };
  const db = await resultOf(request);
  db.onversionchange = () => { db.close(); };
  return db;
}

function failure() {
  return new DOMException("", "AbortError");
}
