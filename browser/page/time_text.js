// Formats a point in time for people.

/**
 * The time of day, with the date unless it is today.
 * @param {string} at in ISO form
 */
export function timeText(at) {
  const date = new Date(at);
  const two = (/** @type {number} */ n) => String(n).padStart(2, "0");
  const day = `${String(date.getMonth() + 1)}月${String(date.getDate())}日`;
  const today = new Date().toDateString() === date.toDateString();
  return `${today ? "" : day}${two(date.getHours())}:${two(date.getMinutes())}`;
}
