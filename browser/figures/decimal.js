// Exact decimals that keep the decimal places they were written with, as Python's Decimal does.

const WRITTEN = /^(-?\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** A coefficient and its exponent: 1518.20 has the exponent -2, so that 1518.20 − 1236.10 is 282.10. */
export class Decimal {
  /**
   * @param {bigint} coefficient
   * @param {number} exponent
   */
  constructor(coefficient, exponent) {
    this.coefficient = coefficient;
    this.exponent = exponent;
  }

  /**
   * Reads digits with at most one point, a sign, and the exponent that Python may write.
   * @param {string} digits
   */
  static of(digits) {
    const [, whole, decimals = "", exponent = "0"] = WRITTEN.exec(digits) ?? [];
    if (whole === undefined) throw new SyntaxError(`no number: ${digits}`);
    return new Decimal(BigInt(whole + decimals), Number(exponent) - decimals.length);
  }

  get sign() {
    return Number(this.coefficient > 0n) - Number(this.coefficient < 0n);
  }

  /**
   * Less than zero, zero or more where this is less than the other, the same or more.
   * @param {Decimal | number} other
   * @returns {number}
   */
  compare(other) {
    return this.minus(exact(other)).sign;
  }

  /**
   * @param {Decimal} other
   * @returns {Decimal}
   */
  plus(other) {
    const exponent = Math.min(this.exponent, other.exponent);
    return new Decimal(this.#at(exponent) + other.#at(exponent), exponent);
  }

  /**
   * @param {Decimal} other
   * @returns {Decimal}
   */
  minus(other) {
    return this.plus(new Decimal(-other.coefficient, other.exponent));
  }

  /**
   * @param {Decimal | number} other
   * @returns {Decimal}
   */
  times(other) {
    const { coefficient, exponent } = exact(other);
    return new Decimal(this.coefficient * coefficient, this.exponent + exponent);
  }

  /** @returns {Decimal} */
  abs() {
    return this.sign < 0 ? new Decimal(-this.coefficient, this.exponent) : this;
  }

  /**
   * Multiplies by 10**places.
   * @param {number} places
   */
  scaled(places) {
    return new Decimal(this.coefficient, this.exponent + places);
  }

  /**
   * Rounds to `decimals` places, halves away from zero.
   * @param {number} decimals
   * @returns {Decimal}
   */
  rounded(decimals) {
    return quotient(this, new Decimal(1n, 0), decimals);
  }

  /** The next whole number that is not smaller, of a number that is not negative. */
  get roundedUp() {
    const nearest = this.rounded(0);
    return nearest.compare(this) < 0 ? nearest.plus(new Decimal(1n, 0)) : nearest;
  }

  get isWhole() {
    return this.compare(this.rounded(0)) === 0;
  }

  /** The digits as they were written, without an exponent or a minus before zero. */
  get plain() {
    const places = Math.max(0, -this.exponent);
    const digits = String(this.abs().#at(-places)).padStart(places + 1, "0");
    const [head, tail] = [digits.slice(0, digits.length - places), digits.slice(digits.length - places)];
    return (this.sign < 0 ? "-" : "") + head + (tail && `.${tail}`);
  }

  /**
   * The coefficient at an exponent that is not higher.
   * @param {number} exponent
   */
  #at(exponent) {
    return this.coefficient * power(this.exponent - exponent);
  }
}

/**
 * Divides by a divisor other than zero, and rounds once, halves away from zero.
 * @param {Decimal} dividend
 * @param {Decimal} divisor
 * @param {number} decimals
 * @returns {Decimal}
 */
export function quotient(dividend, divisor, decimals) {
  const shift = dividend.exponent - divisor.exponent + decimals;
  const most = dividend.abs().coefficient * power(shift);
  const least = divisor.abs().coefficient * power(-shift);
  const rounded = (2n * most + least) / (2n * least);
  return new Decimal(dividend.sign * divisor.sign < 0 ? -rounded : rounded, -decimals);
}

/** @param {Decimal | number} number */
function exact(number) {
  return typeof number === "number" ? Decimal.of(String(number)) : number;
}

/**
 * 10**places; 1 below zero.
 * @param {number} places
 */
function power(places) {
  return 10n ** BigInt(Math.max(0, places));
}
