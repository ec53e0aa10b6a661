// What is wrong with an expression of a reader's own text, and what was expected.

export class ExpressionError extends Error {
  /**
   * @param {string} what
   * @param {string} [expected]
   * @param {string} [fact] the name of a fact that there is not
   */
  constructor(what, expected = "", fact = "") {
    super(what);
    this.expected = expected;
    this.fact = fact;
  }
}
