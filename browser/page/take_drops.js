// Takes files that are dropped on a part of the page, which the browser would open in its place.

/**
 * @param {GlobalEventHandlers} target
 * @param {(files: File[]) => unknown} take
 */
export function takeDrops(target, take) {
  target.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  target.addEventListener("drop", (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    take(files);
  });
}
