// When a page is narrow, as the style sheets have it.

export const NARROW = "(max-width: 49.98em)";
