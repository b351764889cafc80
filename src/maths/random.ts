import { exp, ln } from "./elementary";

/**
 * A stream of xoshiro128** (Blackman & Vigna 2021): its four words stand in a typed array, since browsers allocate
 * for every 32-bit state kept in a closure. Only whole-number arithmetic: the same bits on every platform.
 */
export type Stream = Int32Array;

/** The first streams of a seed: they lie 2^64 numbers apart and do not overlap. */
export function streams(seed: number, count: number): Stream[] {
  const state = new Int32Array(4);
  let counter = Math.floor(seed / 2 ** 32) ^ seed;
  for (let i = 0; i < 4; i++) state[i] = scattered((counter = (counter + 0x9e3779b9) | 0));
  return Array.from({ length: count }, () => {
    const next = state.slice();
    jump(state);
    return next;
  });
}

/** The finaliser of MurmurHash3 (Appleby): neighbouring seeds give unlike states. */
function scattered(word: number): number {
  const once = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}

/** The authors' jump polynomial for 2^64 steps. */
const leap = [0x8764000b, 0xf542d2d3, 0x6fa035c3, 0x77f2db5b];

function jump(state: Stream): void {
  const sum = new Int32Array(4);
  const passed = new Int32Array(1);
  for (const word of leap) {
    for (let bit = 0; bit < 32; bit++) {
      if (word & (1 << bit)) addBits(sum, state);
      fillBits(state, passed, 1);
    }
  }
  state.set(sum);
}

function addBits(sum: Int32Array, state: Stream): void {
  for (let i = 0; i < 4; i++) sum[i]! ^= state[i]!;
}

/** The next `count` words of the stream, 32 random bits each. */
export function fillBits(state: Stream, words: Int32Array, count = words.length): void {
  let a = state[0]!, b = state[1]!, c = state[2]!, d = state[3]!;
  for (let i = 0; i < count; i++) {
    const product = Math.imul(b, 5);
    words[i] = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}

/** Small enough to stay in the first cache with its bits. */
const atOnce = 1024;
const words = new Int32Array(2 * atOnce);

/** Uniform numbers (k + ½) / 2^52, strictly between 0 and 1. */
export function fillUniform(state: Stream, values: Float64Array): void {
  for (let from = 0; from < values.length; from += atOnce) {
    const to = Math.min(from + atOnce, values.length);
    fillBits(state, words, 2 * (to - from));
    for (let i = from, at = 0; i < to; i++, at += 2) values[i] = uniformAt(words, at);
  }
}

const uniformAt = (bits: Int32Array, at: number): number =>
  ((bits[at]! >>> 6) * 67108864 + (bits[at + 1]! >>> 6) + 0.5) * 2 ** -52;

/** Where the tail of the normal curve begins, and the area of each of 256 layers of equal size. */
const tailFrom = 3.654152885361009;
const layerArea = 0.004928673233974658;

const curve = (x: number): number => exp(-0.5 * x * x);

const { edges, heights } = layers();

function layers(): { edges: Float64Array; heights: Float64Array } {
  const edges = new Float64Array(257);
  edges[0] = layerArea / curve(tailFrom);
  edges[1] = tailFrom;
  for (let i = 2; i < 256; i++) edges[i] = Math.sqrt(-2 * ln(layerArea / edges[i - 1]! + curve(edges[i - 1]!)));
  return { edges, heights: edges.map(curve) };
}

/** Which draws of a block lie beyond the next layer's edge: seen to after the block, which calls nothing then. */
const beyond = new Int32Array(atOnce);

/** Two streams for normal numbers: the second serves the one draw in a hundred that needs more than its own bits. */
export interface NormalStream {
  readonly bits: Stream;
  readonly spare: Stream;
}

/**
 * Standard normal numbers by the ziggurat of Marsaglia & Tsang (2000) with 256 layers, layer and place from different
 * bits (Doornik 2005), 52 bits each. The numbers do not depend on how a stream is cut into blocks.
 */
export function fillNormal({ bits, spare }: NormalStream, values: Float64Array): void {
  const [block, ends, late] = [words, edges, beyond];
  for (let from = 0; from < values.length; from += atOnce) {
    const to = Math.min(from + atOnce, values.length);
    fillBits(bits, block, 2 * (to - from));
    let count = 0;
    for (let i = from, at = 0; i < to; i++, at += 2) {
      const layer = block[at]! & 255;
      const place = ((block[at]! >> 8) * 268435456 + (block[at + 1]! >>> 4) + 0.5) * 2 ** -51;
      const x = place * ends[layer]!;
      values[i] = x;
      if (!(Math.abs(x) < ends[layer + 1]!)) late[count++] = i;
    }
    for (const i of late.subarray(0, count)) values[i] = outside(spare, block[2 * (i - from)]! & 255, values[i]!);
  }
}

const pair = new Float64Array(2);
const spareWords = new Int32Array(4);

/** Two uniform numbers, without touching the words of the block in hand. */
function fillPair(spare: Stream): void {
  fillBits(spare, spareWords);
  pair[0] = uniformAt(spareWords, 0);
  pair[1] = uniformAt(spareWords, 2);
}

/** What becomes of a place beyond the next layer's edge: kept under the curve, drawn in the tail, or drawn anew. */
function outside(spare: Stream, layer: number, x: number): number {
  for (;;) {
    if (layer === 0) return tail(spare, x < 0);
    fillPair(spare);
    const [low, high] = [heights[layer]!, heights[layer + 1]!];
    if (low + pair[0]! * (high - low) < curve(x)) return x;
    layer = Math.floor(pair[1]! * 256);
    fillPair(spare);
    x = (2 * pair[0]! - 1) * edges[layer]!;
    if (Math.abs(x) < edges[layer + 1]!) return x;
  }
}

/** Marsaglia (1964). */
function tail(spare: Stream, isNegative: boolean): number {
  for (;;) {
    fillPair(spare);
    const past = -ln(pair[0]!) / tailFrom;
    if (-2 * ln(pair[1]!) > past * past) return isNegative ? -tailFrom - past : tailFrom + past;
  }
}
