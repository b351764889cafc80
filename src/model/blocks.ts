import { sampled } from "./draws";
import type { Block, Wide } from "./values";

/** Arrays that every block of one size uses again. */
export class Arena {
  private readonly arrays: Float64Array<ArrayBuffer>[] = [];
  private readonly constants = new Map<number, Float64Array<ArrayBuffer>>();
  private next = 0;

  constructor(readonly size: number) {}

  take(): Float64Array<ArrayBuffer> {
    const found = this.arrays[this.next] ?? new Float64Array(this.size);
    this.arrays[this.next++] = found;
    return found;
  }

  filled(number: number): Float64Array<ArrayBuffer> {
    let found = this.constants.get(number);
    if (!found) this.constants.set(number, (found = new Float64Array(this.size).fill(number)));
    return found;
  }

  /** Constants stay: formulas have few, unless what they calculate once depends on the block. */
  reset(): void {
    if (this.constants.size > 10_000) this.constants.clear();
    this.next = 0;
  }
}

/** The cells of some draws, filled in order. */
export class DrawBlock implements Block {
  readonly results: Wide[] = [];
  private readonly arena: Arena;

  constructor(arena: Arena, readonly isSingle: boolean) {
    this.arena = arena;
    arena.reset();
  }

  get size(): number {
    return this.arena.size;
  }

  cell(index: number): Wide {
    return this.results[index]!;
  }

  take(): Float64Array {
    return this.arena.take();
  }

  filled(number: number): Float64Array {
    return this.arena.filled(number);
  }

  at(draw: number): Block {
    return this.isSingle ? this : new OneDraw(this, draw);
  }
}

class OneDraw implements Block {
  readonly size = 1;
  readonly isSingle = true;

  constructor(private readonly all: Block, private readonly draw: number) {}

  cell(index: number): Wide {
    return sampled(this.all.cell(index), this.draw)!;
  }

  take(): Float64Array {
    return new Float64Array(1);
  }

  filled(number: number): Float64Array {
    return Float64Array.of(number);
  }

  at(): Block {
    return this;
  }
}

/** For what reads neither cells nor draws. */
export const noDraws: Block = { size: 1, isSingle: true, cell: () => null, take: () => new Float64Array(1),
  filled: (number) => Float64Array.of(number), at: () => noDraws };
