import { settings } from "./preferences";
import { Watchable } from "./watched";

const narrowest = 320;
const widest = 480;
const usual = 350;
const step = 10;

/** Below this width of the window the pane lies over the sheet, and is closed until it is asked for. */
const narrowWindow = matchMedia("(max-width: 720px)");

const within = (width: number): number => Math.round(Math.min(widest, Math.max(narrowest, width)));

function startingWidth(): number {
  const kept = Number(settings.read("pane-width"));
  return kept > 0 ? within(kept) : usual;
}

/** Whether the pane is seen; the choice outlasts a visit where the window has room for both. */
export function paneVisibility(pane: HTMLElement, divider: HTMLElement): Watchable<boolean> {
  const open = new Watchable(!narrowWindow.matches && settings.read("pane-open") !== "no");
  const show = (): void => {
    pane.hidden = !open.state;
    divider.hidden = !open.state;
    if (!narrowWindow.matches) settings.write("pane-open", open.state ? "yes" : "no");
  };
  open.onChange(show);
  show();
  return open;
}

/** A separator that is dragged, or moved with the arrow keys, Home and End. */
export function paneDivider(divider: HTMLElement): void {
  let width = startingWidth();
  const set = (wanted: number): void => {
    width = within(wanted);
    document.documentElement.style.setProperty("--pane-width", `${width}px`);
    divider.setAttribute("aria-valuenow", String(width));
  };
  const keep = (): void => settings.write("pane-width", String(width));
  const attributes = {
    role: "separator", tabindex: "0", "aria-orientation": "vertical", "aria-controls": "pane",
    "aria-valuemin": String(narrowest), "aria-valuemax": String(widest),
  };
  for (const [name, value] of Object.entries(attributes)) divider.setAttribute(name, value);
  const drag = ({ clientX }: PointerEvent): void => set(innerWidth - clientX);
  divider.addEventListener("pointerdown", (event) => {
    divider.setPointerCapture(event.pointerId);
    divider.addEventListener("pointermove", drag);
  });
  divider.addEventListener("lostpointercapture", () => {
    divider.removeEventListener("pointermove", drag);
    keep();
  });
  divider.addEventListener("keydown", (event) => {
    const moved = { ArrowLeft: width + step, ArrowRight: width - step, Home: widest, End: narrowest }[event.key];
    if (moved === undefined) return;
    event.preventDefault();
    set(moved);
    keep();
  });
  set(width);
}
