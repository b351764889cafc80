import { lossSpread, type Ways } from "../../src/maths/loss-spread";

/** Each firm's one way: from whom losses arrive, and how much of them. */
function oneWayEach(links: readonly (readonly (readonly [from: number, weight: number])[])[]): Ways {
  const starts = Uint32Array.from([0, ...links.map((_, i) => links.slice(0, i + 1).flat().length)]);
  const flat = links.flat();
  return {
    firms: Uint32Array.from({ length: links.length + 1 }, (_, i) => i),
    starts,
    from: Uint32Array.from(flat, ([from]) => from),
    weights: Float64Array.from(flat, ([, weight]) => weight),
  };
}

/** Firm 0 buys nothing. The others buy `leak` of their inputs from it, the rest from the one before, in a ring. */
const ring = (n: number, leak: number): Ways =>
  oneWayEach(Array.from({ length: n }, (_, i) =>
    (i === 0 ? [] : [[0, leak], [i === 1 ? n - 1 : i - 1, 1 - leak]] as const)));

function spreadFrom(ways: Ways, stopped: number): { losses: number[]; spent: number } {
  let spent = 0;
  const losses = [...lossSpread(ways, (links) => (spent += links))(stopped)];
  return { losses, spent };
}

describe("losses in a ring that hardly leaks", () => {
  it.each([
    // From sweep to sweep (1 − leak)^(n − 1) of what is missing stays: sweeps alone would run along 5e7 links, and 5e5.
    ["a few firms, by elimination, n³ / 10, once sweeps have cost as much", 60, 1e-6, 2 * 60 ** 3 / 10 + 100 * 118],
    ["many firms, by one step along the slow direction: some sweeps", 400, 1e-4, 100 * 798],
  ])("are solved for %s", (_, n, leak, most) => {
    const { losses, spent } = spreadFrom(ring(n, leak), 0);
    for (const loss of losses) expect(loss).toBeCloseTo(1, 9);
    expect(spent).toBeLessThan(most);
  });

  it("do not go on where there is none: whoever buys nothing loses nothing", () => {
    const { losses } = spreadFrom(ring(5, 0.5), 3);
    // Firm 3 stops: 4 loses ½, 1 half of that, 2 half of that; firm 0 buys nothing.
    expect(losses).toEqual([0, 0.25, 0.125, 1, 0.5]);
  });
});
