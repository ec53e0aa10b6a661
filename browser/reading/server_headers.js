// Compares the headers that a server has sent with those that the build wrote for it.

/** @typedef {{ name: string, isSent: boolean, isRight: boolean }} Header */

const PLAIN = /** @type {const} */ ([
  ["X-Content-Type-Options", /^nosniff$/],
  ["Referrer-Policy", /^no-referrer$/],
  ["Cache-Control", /no-cache/],
]);

/**
 * Returns the headers that the site asks for, each with whether it came and is right.
 * @param {Headers} headers
 * @param {string} policy as server/policy.txt has it; empty where the server does not give it
 * @returns {Header[]}
 */
export function compareHeaders(headers, policy) {
  const sent = headers.get("Content-Security-Policy") ?? "";
  return [
    { name: "Content-Security-Policy", isSent: sent !== "", isRight: sent !== "" && sent === policy },
    ...PLAIN.map(([name, wanted]) => {
      const value = headers.get(name) ?? "";
      return { name, isSent: value !== "", isRight: wanted.test(value) };
    }),
  ];
}
