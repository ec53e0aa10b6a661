// The keys of the page that checks a text: F8 and Alt with the arrows go on, Alt and Enter adopts.

/**
 * @param {{ step: (step: number) => void, adopt: () => boolean }} acts `adopt` says whether there is something to adopt
 */
export function listenToKeys({ step, adopt }) {
  document.addEventListener("keydown", (event) => {
    const { key, altKey, shiftKey, ctrlKey, metaKey, isComposing } = event;
    if (ctrlKey || metaKey || isComposing || event.target instanceof HTMLSelectElement) return;
    const way = key === "F8" ? (shiftKey ? -1 : 1) : altKey ? { ArrowDown: 1, ArrowUp: -1 }[key] : undefined;
    if (way !== undefined) step(way);
    if (way !== undefined || (altKey && key === "Enter" && adopt())) event.preventDefault();
  });
}
