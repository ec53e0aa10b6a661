// Shows the title of the page in the header once its heading has been scrolled out of sight.

/** Follows the heading of the page. */
export function followHeading() {
  const title = document.querySelector("[data-md-component=header-title]");
  const heading = document.querySelector(".md-content h1");
  if (!title || !heading) return;
  const edge = title.getBoundingClientRect().bottom;
  const show = (/** @type {IntersectionObserverEntry[]} */ [entry]) => {
    const { bottom = edge, height = 0 } = entry?.boundingClientRect ?? {};
    title.classList.toggle("md-header__title--active", height > 0 && bottom <= edge);
  };
  new IntersectionObserver(show, { rootMargin: `${String(-edge)}px 0px 0px` }).observe(heading);
}
