// The button to the top, which shows while one scrolls up.

/** Makes it work, on a page that has one. */
export function offerTop() {
  const button = document.querySelector("[data-md-component=top]");
  if (!(button instanceof HTMLElement)) return;
  let before = 0; // not asked for here, else the page would be laid out while it is still being read
  window.addEventListener("scroll", () => {
    const { scrollY } = window;
    if (scrollY !== before) button.hidden = !(0 < scrollY && scrollY < before);
    before = scrollY;
  }, { passive: true });
  window.addEventListener("hashchange", () => { button.hidden = true; });
  button.addEventListener("click", () => { window.scrollTo({ top: 0 }); });
}
