import binary from "./dense-kernel.as";
import { border, borderedSize, type Elimination, type Factored } from "./elimination";
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
  return { factored, inverse };

  function factored(square: Matrix): Factored | undefined {
    const size = borderedSize(square.rows);
    running.prepare(size);
    border(square, numbers(0, size * size), size);
    const solvable = running.factor() !== 0;
    const system = { n: square.rows, size, lu: numbers(0, size * size).slice(), order: orderOf(size).slice() };
    rest();
    return solvable ? system : undefined;
  }

  function inverse({ n, size, lu, order }: Factored): Matrix {
    running.prepare(size);
    numbers(0, size * size).set(lu);
    orderOf(size).set(order);
    running.invert(n);
    const result = matrix(n, n, numbers(size * size, n * n).slice());
    rest();
    return result;
  }

  function numbers(from: number, count: number): Float64Array {
    return new Float64Array(running.memory.buffer, from * Float64Array.BYTES_PER_ELEMENT, count);
  }

  function orderOf(size: number): Int32Array<ArrayBuffer> {
    return new Int32Array(running.memory.buffer as ArrayBuffer, 2 * size * size * Float64Array.BYTES_PER_ELEMENT, size);
  }
}
