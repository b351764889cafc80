/**
 * Whether the browser holds all that was done: `full` when it grants no more room, `denied` when it keeps
 * nothing at all for this page.
 */
export type Keeping = "kept" | "pending" | "full" | "denied";

/** Milliseconds without a change before it is kept, and the longest that steady work may put that off. */
const quiet = 250;
const longest = 2000;

const outcome = (error: unknown): Keeping =>
  error instanceof DOMException && error.name === "QuotaExceededError" ? "full" : "denied";

/** Calls `keep` soon after changes, and more rarely where it takes long. */
export class Keeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private waitingSince = 0;
  private lastTook = 0;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly keep: () => Promise<void>, private readonly report: (keeping: Keeping) => void) {}

  changed(): void {
    const now = Date.now();
    if (this.timer === undefined) this.waitingSince = now;
    clearTimeout(this.timer);
    const latest = this.waitingSince + longest + 10 * this.lastTook - now;
    this.timer = setTimeout(() => void this.flush(), Math.max(0, Math.min(quiet + 4 * this.lastTook, latest)));
    this.report("pending");
  }

  /**
   * Keeps at once what is waiting; resolves when it is kept or was refused. It does not wait for an
   * earlier attempt: a page that is being closed has no later moment, and the browser keeps the order.
   */
  flush(): Promise<void> {
    if (this.timer === undefined) return this.running;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.running = this.attempt();
    return this.running;
  }

  private async attempt(): Promise<void> {
    const started = Date.now();
    try {
      await this.keep();
      this.lastTook = Date.now() - started;
      this.report(this.timer === undefined ? "kept" : "pending");
    } catch (error) {
      this.report(outcome(error));
    }
  }
}
