// How the page says that there is none of what a list asks for.

const ASKS = /没有|什么|怎么|如何|为何/; // a label that is a question can have no 没有 before it

/** @param {{label: string}} spec */
export function noneOf({ label }) {
  return ASKS.test(label) ? "没有这一项" : `没有${label}`;
}
