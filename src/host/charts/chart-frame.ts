import type { Drawing } from "./echarts";
import type { Shown } from "./sheet-view";

/** What the user does to a chart with pointer or keys: distances are in pixels. */
interface FrameDeeds {
  move(right: number, down: number): void;
  grow(right: number, down: number): void;
  remove(): void;
  /** Leaves the chart for the cells. */
  leave(): void;
}

const step = 8;
const least = 60;

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step],
};

/** The element of one chart above the cells. */
export class ChartFrame {
  readonly element = document.createElement("div");
  private readonly inner = document.createElement("div");
  private drawing: Drawing | undefined;
  private drawn = "";
  private size = "";

  constructor(private readonly deeds: FrameDeeds) {
    const handle = document.createElement("div");
    this.element.className = "chart-frame";
    this.element.tabIndex = 0;
    this.element.setAttribute("role", "img");
    this.inner.className = "chart-drawing";
    handle.className = "chart-handle";
    this.element.append(this.inner, handle);
    this.element.addEventListener("keydown", (event) => this.pressed(event));
    this.element.addEventListener("pointerdown", (event) => this.drag(event, event.target === handle));
  }

  place({ left, top, width, height, hiddenLeft, hiddenTop }: Shown): void {
    const { style } = this.element;
    style.transform = `translate(${left}px, ${top}px)`;
    style.width = `${width}px`;
    style.height = `${height}px`;
    style.clipPath = hiddenLeft + hiddenTop > 0 ? `inset(${hiddenTop}px 0 0 ${hiddenLeft}px)` : "";
    style.visibility = hiddenLeft >= width || hiddenTop >= height ? "hidden" : "";
    const size = `${width} ${height}`;
    if (size !== this.size) this.drawing?.resize();
    this.size = size;
  }

  draw(options: Record<string, unknown>, words: string, make: (element: HTMLElement) => Drawing): void {
    this.element.setAttribute("aria-label", words);
    const said = JSON.stringify(options) + words;
    if (said === this.drawn) return;
    this.drawn = said;
    this.drawing ??= make(this.inner);
    this.drawing.draw(options);
  }

  dispose(): void {
    this.drawing?.dispose();
    this.element.remove();
  }

  private pressed(event: KeyboardEvent): void {
    const arrow = arrows[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || event.key === "Tab" || event.key === "F6") return;
    event.stopPropagation();
    if (arrow) event.preventDefault();
    if (arrow && event.shiftKey) this.deeds.grow(...arrow);
    else if (arrow) this.deeds.move(...arrow);
    else if (event.key === "Delete" || event.key === "Backspace") this.deeds.remove();
    else if (event.key === "Escape") this.deeds.leave();
  }

  private drag(event: PointerEvent, isGrowing: boolean): void {
    if (event.button !== 0) return;
    event.stopPropagation();
    const { clientX, clientY, pointerId } = event;
    const { transform, width, height } = this.element.style;
    const ending = new AbortController();
    const moved = (to: PointerEvent): [number, number] => [to.clientX - clientX, to.clientY - clientY];
    const show = ([right, down]: readonly [number, number]): void => {
      if (!isGrowing) this.element.style.transform = `${transform} translate(${right}px, ${down}px)`;
      else {
        this.element.style.width = `${Math.max(least, parseFloat(width) + right)}px`;
        this.element.style.height = `${Math.max(least, parseFloat(height) + down)}px`;
      }
    };
    const end = (to: PointerEvent): void => {
      ending.abort();
      const by = moved(to);
      Object.assign(this.element.style, { transform, width, height });
      if (Math.abs(by[0]) + Math.abs(by[1]) > 3) this.deeds[isGrowing ? "grow" : "move"](...by);
    };
    const { signal } = ending;
    this.element.setPointerCapture(pointerId);
    this.element.addEventListener("pointermove", (to) => show(moved(to)), { signal });
    this.element.addEventListener("pointerup", end, { signal });
    this.element.addEventListener("pointercancel", end, { signal });
  }
}
