import { invalidArgument, notImplemented } from "../api-error";
import type { Book } from "./book";
import { HostObject } from "./host-object";

export class Application extends HostObject {
  readonly kind = "Application";

  constructor(private readonly book: Book) {
    super();
  }

  get calculationMode(): string {
    return "Automatic";
  }

  set calculationMode(mode: unknown) {
    if (mode === "Automatic") return;
    if (mode !== "Manual" && mode !== "AutomaticExceptTables") throw invalidArgument();
    throw notImplemented(`Calculation mode ${mode}`);
  }

  get calculationState(): Promise<string> {
    return this.book.engine.calculated().then(() => "Done");
  }

  get decimalSeparator(): string {
    return ".";
  }

  get thousandsSeparator(): string {
    return ",";
  }

  /** What has changed is calculated anyhow; a full calculation also takes what has not. */
  calculate(type: unknown): Promise<void> {
    if (!["Recalculate", "Full", "FullRebuild"].includes(String(type))) throw invalidArgument();
    if (type !== "Recalculate") this.book.engine.api.getFormula().executeCalculation();
    return this.book.engine.calculated();
  }

  /** Univer waits for a pause between changes anyhow. */
  suspendApiCalculationUntilNextSync(): void {}

  suspendScreenUpdatingUntilNextSync(): void {}
}
