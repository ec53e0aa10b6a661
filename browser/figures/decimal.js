// Exact decimals that keep the decimal places they were written with, as Python's Decimal does.

import Big from "big.js";

const Exact = Big(); // a constructor of our own, so that nobody else changes its DP and RM
Exact.RM = Exact.roundHalfUp;

/** A number and its exponent: 1463.70 has the exponent -2, so that 1463.70 − 1204.60 is 259.10. */
export class Decimal {
  /**
   * @param {import("big.js").Big} value
   * @param {number} exponent
   */
  constructor(value, exponent) {
    this.value = value;
    this.exponent = exponent;
  }

  /**
   * Reads digits with at most one point and a sign.
   * @param {string} digits
   */
  static of(digits) {
    const point = digits.indexOf(".");
    return new Decimal(new Exact(digits), point < 0 ? 0 : point + 1 - digits.length);
  }

  get sign() {
    return this.value.cmp(0);
  }

  /** @param {Decimal | number} other */
  compare(other) {
    return this.value.cmp(exact(other).value);
  }

  /** @param {Decimal} other */
  plus(other) {
    return new Decimal(this.value.plus(other.value), Math.min(this.exponent, other.exponent));
  }

  /** @param {Decimal} other */
  minus(other) {
    return new Decimal(this.value.minus(other.value), Math.min(this.exponent, other.exponent));
  }

  /** @param {Decimal | number} other */
  times(other) {
    const { value, exponent } = exact(other);
    return new Decimal(this.value.times(value), this.exponent + exponent);
  }

  abs() {
    return new Decimal(this.value.abs(), this.exponent);
  }

  /**
   * Multiplies by 10**places.
   * @param {number} places
   */
  scaled(places) {
    if (places === 0) return this;
    const factor = new Exact(`1e${String(places)}`);
    return new Decimal(this.value.times(factor), this.exponent + places);
  }

  /**
   * Rounds to `decimals` places, halves away from zero.
   * @param {number} decimals
   */
  rounded(decimals) {
    return new Decimal(this.value.round(decimals, Exact.roundHalfUp), -decimals);
  }

  /** The next whole number that is not smaller, of a number that is not negative. */
  get roundedUp() {
    return new Decimal(this.value.round(0, Exact.roundUp), 0);
  }

  get isWhole() {
    return this.value.eq(this.value.round(0, Exact.roundDown));
  }

  /** The digits as they were written, without an exponent or a minus before zero. */
  get plain() {
    const digits = this.value.abs().toFixed(Math.max(0, -this.exponent));
    return this.sign < 0 ? `-${digits}` : digits;
  }
}

/**
 * Divides by a divisor other than zero, and rounds once, halves away from zero.
 * @param {Decimal} dividend
 * @param {Decimal} divisor
 * @param {number} decimals
 */
export function quotient(dividend, divisor, decimals) {
  Exact.DP = decimals; // the quotient is rounded once, at its last place
  return new Decimal(dividend.value.div(divisor.value), -decimals);
}

/** @param {Decimal | number} number */
function exact(number) {
  return typeof number === "number" ? Decimal.of(String(number)) : number;
}
