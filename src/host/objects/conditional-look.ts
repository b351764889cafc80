import type { ConditionalLook } from "../../xlsx/rule-content";
import { invalidArgument } from "../api-error";
import { flag } from "./given";
import { HostObject } from "./host-object";
import { hex } from "./range-format";

abstract class LookPart extends HostObject {
  constructor(
    protected readonly read: () => ConditionalLook,
    protected readonly write: (look: ConditionalLook) => void,
  ) {
    super();
  }

  protected readonly set = (change: { [Key in keyof ConditionalLook]: ConditionalLook[Key] | undefined }): void => {
    const entries = Object.entries({ ...this.read(), ...change }).filter(([, value]) => value);
    this.write(Object.fromEntries(entries));
  };
}

/** How cells look while a condition holds. */
export class ConditionalRangeFormat extends LookPart {
  readonly kind = "ConditionalRangeFormat";

  get font(): HostObject {
    return new ConditionalRangeFont(this.read, this.write);
  }

  get fill(): HostObject {
    return new ConditionalRangeFill(this.read, this.write);
  }
}

class ConditionalRangeFont extends LookPart {
  readonly kind = "ConditionalRangeFont";

  get color(): string {
    return this.read().colour?.toUpperCase() ?? "";
  }

  set color(colour: unknown) {
    this.set({ colour: hex(colour).toLowerCase() });
  }

  get bold(): boolean {
    return this.read().bold ?? false;
  }

  set bold(bold: unknown) {
    this.set({ bold: flag(bold) });
  }

  get italic(): boolean {
    return this.read().italic ?? false;
  }

  set italic(italic: unknown) {
    this.set({ italic: flag(italic) });
  }

  get strikethrough(): boolean {
    return this.read().strike ?? false;
  }

  set strikethrough(strike: unknown) {
    this.set({ strike: flag(strike) });
  }

  get underline(): string {
    return this.read().underline ? "Single" : "None";
  }

  set underline(underline: unknown) {
    if (underline !== "None" && underline !== "Single") throw invalidArgument();
    this.set({ underline: underline === "Single" });
  }

  clear(): void {
    const { fill } = this.read();
    this.write(fill ? { fill } : {});
  }
}

class ConditionalRangeFill extends LookPart {
  readonly kind = "ConditionalRangeFill";

  get color(): string {
    return this.read().fill?.toUpperCase() ?? "";
  }

  set color(colour: unknown) {
    this.set({ fill: hex(colour).toLowerCase() });
  }

  clear(): void {
    this.set({ fill: undefined });
  }
}
