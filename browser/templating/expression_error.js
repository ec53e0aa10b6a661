// What is wrong with an expression of a reader's own text, and what was expected.

export class ExpressionError extends Error {
  /**
   * @param {string} what
   * @param {string} [expected]
   */
  constructor(what, expected = "") {
    super(what);
    this.expected = expected;
  }
}
