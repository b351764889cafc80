import { fillBits, fillNormal, fillUniform, streams, type NormalStream } from "../../src/maths/random";

const normalStream = (seed: number): NormalStream => {
  const [bits, spare] = streams(seed, 2);
  return { bits: bits!, spare: spare! };
};

const uniforms = (count: number, seed = 1, index = 0): Float64Array => {
  const values = new Float64Array(count);
  fillUniform(streams(seed, index + 1)[index]!, values);
  return values;
};

const normals = (count: number, seed = 1): Float64Array => {
  const values = new Float64Array(count);
  fillNormal(normalStream(seed), values);
  return values;
};

const moment = (values: Float64Array, power: number): number =>
  values.reduce((total, value) => total + value ** power, 0) / values.length;

/** Chi-square of counts against equal shares. */
const unevenness = (counts: readonly number[]): number => {
  const expected = counts.reduce((a, b) => a + b, 0) / counts.length;
  return counts.reduce((total, count) => total + (count - expected) ** 2 / expected, 0);
};

describe("the generator", () => {
  it("is xoshiro128**: the authors' C program from the state 1, 2, 3, 4", () => {
    const bits = new Int32Array(6);
    fillBits(Int32Array.of(1, 2, 3, 4), bits);
    expect([...bits].map((word) => word >>> 0)).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492]);
  });

  it("gives these numbers on every platform: the same whole-number steps written in Python", () => {
    expect([...uniforms(3, 42)]).toEqual([0.660615714294912, 0.11170196257441367, 0.0791056458108158]);
    expect([...uniforms(2, 42, 2)]).toEqual([0.9758277374424184, 0.8860877851427457]);
  });

  it("has streams that differ for every seed and index, and come again", () => {
    const first = [uniforms(5, 1), uniforms(5, 2), uniforms(5, 1, 1), uniforms(5, 1, 2)].map((values) => values[0]);
    expect(new Set(first).size).toBe(4);
    expect(uniforms(5, 7, 3)).toEqual(uniforms(5, 7, 3));
    expect(streams(2 ** 40 + 1, 1)).not.toEqual(streams(1, 1));
  });
});

describe("fillUniform", () => {
  it("fills a hundred cells evenly, alone and against the draw before (chi-square of 99, 1 in 1000: 148.2)", () => {
    const values = uniforms(200_000);
    const counts = new Array<number>(100).fill(0);
    const pairs = new Array<number>(100).fill(0);
    values.forEach((value, i) => {
      counts[Math.floor(value * 100)]!++;
      if (i > 0) pairs[Math.floor(value * 10) * 10 + Math.floor(values[i - 1]! * 10)]!++;
    });
    expect(unevenness(counts)).toBeLessThan(148.2);
    expect(unevenness(pairs)).toBeLessThan(148.2);
    expect(values.every((value) => value > 0 && value < 1)).toBe(true);
  });
});

describe("fillNormal", () => {
  it("has the moments 0, 1, 0, 3 within four standard errors (√1, √2, √15, √96 over √n)", () => {
    const n = 400_000;
    const values = normals(n);
    [[1, 0, 1], [2, 1, 2], [3, 0, 15], [4, 3, 96]].forEach(([power, expected, variance]) => {
      expect(Math.abs(moment(values, power!) - expected!)).toBeLessThan(4 * Math.sqrt(variance! / n));
    });
  });

  it("reaches into the tail as often as it should: 2.58e-4 beyond 3.6541528853610088 (erfc)", () => {
    const beyond = normals(400_000, 3).filter((value) => Math.abs(value) > 3.6541528853610088).length;
    expect(Math.abs(beyond - 400_000 * 2.5803e-4)).toBeLessThan(4 * Math.sqrt(400_000 * 2.58e-4));
  });

  it("gives these numbers on every platform: the same steps written in Python, with its own exp and log", () => {
    const values = normals(100_000, 42);
    const known = [
      [0, -0.8409250114589406], [1, 0.09774332113903049],
      // Beyond the next layer's edge: kept under the curve, drawn anew, drawn anew and kept, in the tail, there anew.
      [391, -0.00842951751820829], [37, 0.24624513711453755], [30830, 0.09139083767408604],
      [1407, 3.894218220864942], [42731, -3.740849338361247],
    ] as const;
    for (const [at, value] of known) expect(values[at]! / value).toBeCloseTo(1, 12);
    expect(values.reduce((a, b) => a + b)).toBeCloseTo(213.56969699966902, 9);
    expect(values.reduce((a, b) => a + Math.abs(b), 0)).toBeCloseTo(79839.83241956381, 7);
  });

  it("gives the same numbers however the stream is cut", () => {
    const whole = normals(5000, 9);
    const source = normalStream(9);
    const parts = [1, 1023, 1024, 2000, 952].flatMap((count) => {
      const values = new Float64Array(count);
      fillNormal(source, values);
      return [...values];
    });
    expect(parts).toEqual([...whole]);
  });
});
