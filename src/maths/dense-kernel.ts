import binary from "./dense-kernel.as";
import { border, borderedSize, type Elimination, type Factored, type Writing } from "./elimination";
import { matrix, type Matrix } from "./matrix";

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly prepare: (rows: number) => void;
  /** 0 where a pivot is 0. */
  readonly factor: () => number;
  readonly invert: (n: number) => void;
}

/** Memory that is given back after use: larger tables are rare. */
const mostKept = 2 ** 24;

let sought = false;
let kernel: Elimination | undefined;

/** Elimination in WebAssembly; undefined where there is none with SIMD, or where a policy forbids to compile it. */
export function denseKernel(): Elimination | undefined {
  if (!sought) kernel = compiled();
  sought = true;
  return kernel;
}

function compiled(): Elimination | undefined {
  try {
    const module = new WebAssembly.Module(Uint8Array.from(atob(binary), (letter) => letter.charCodeAt(0)));
    return kernelOf(() => new WebAssembly.Instance(module).exports as unknown as Exports);
  } catch {
    return undefined;
  }
}

function kernelOf(started: () => Exports): Elimination {
  let running = started();
  const rest = (): void => {
    if (running.memory.buffer.byteLength > mostKept) running = started();
  };
  return { factored, inverted };

  function factored(square: Matrix, write: Writing): Factored | undefined {
    const size = borderedSize(square.rows);
    const system = eliminated(square, write, size)
      ? { n: square.rows, size, lu: numbers(0, size * size).slice(), order: orderOf(size).slice() }
      : undefined;
    rest();
    return system;
  }

  function inverted(square: Matrix, write: Writing): Matrix | undefined {
    const { rows: n } = square;
    const size = borderedSize(n);
    const solvable = eliminated(square, write, size);
    if (solvable) running.invert(n);
    const inverse = solvable ? matrix(n, n, numbers(size * size, n * n).slice()) : undefined;
    rest();
    return inverse;
  }

  function eliminated(square: Matrix, write: Writing, size: number): boolean {
    running.prepare(size);
    border(square, write, numbers(0, size * size), size);
    return running.factor() !== 0;
  }

  function numbers(from: number, count: number): Float64Array {
    return new Float64Array(running.memory.buffer, from * Float64Array.BYTES_PER_ELEMENT, count);
  }

  function orderOf(size: number): Int32Array<ArrayBuffer> {
    return new Int32Array(running.memory.buffer as ArrayBuffer, 2 * size * size * Float64Array.BYTES_PER_ELEMENT, size);
  }
}
