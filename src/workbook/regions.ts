export interface Region {
  readonly element: HTMLElement;
  focus(): void;
}

/** The first thing in an element that the Tab key would reach. */
export function focusFirst(element: HTMLElement): void {
  const reachable = "button, input, select, textarea, a[href], [tabindex]";
  const all = [...element.querySelectorAll<HTMLElement>(reachable)];
  const seen = (one: HTMLElement): boolean => one.tabIndex >= 0 && one.checkVisibility();
  all.find((one) => seen(one) && !one.matches(":disabled"))?.focus();
}

/** The region with the keyboard; the sheet when none has it. */
function current(regions: readonly Region[]): number {
  return regions.findIndex(({ element }) => element.contains(document.activeElement));
}

function move(regions: readonly Region[], by: 1 | -1): void {
  const open = regions.filter(({ element }) => element.checkVisibility());
  const next = (current(open) + by + open.length) % open.length;
  open[next]!.focus();
}

/**
 * F6 and Shift+F6 lead from region to region, as in Excel: inside the sheet the
 * Tab key moves from cell to cell and would never lead out.
 */
export function leadWithF6(regions: readonly Region[]): void {
  addEventListener("keydown", (event) => {
    if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    move(regions, event.shiftKey ? -1 : 1);
  }, true);
}
