import { exitLossDistribution, expectedShortfall, lossQuantile } from "../../src/maths/exit-loss";

/** Losses of 3, 1 and 2, each as likely as not: of eight outcomes 0, 1, 2, 3, 3, 4, 5, 6. */
const even = () => exitLossDistribution([3, 1, 2], [0.5, 0.5, 0.5]);

describe("exitLossDistribution", () => {
  it("holds every outcome in rising order with its probability", () => {
    expect([...even().losses]).toEqual([0, 1, 2, 3, 3, 4, 5, 6]);
    expect([...even().probabilities]).toEqual(Array(8).fill(1 / 8));
  });

  it("multiplies unlike probabilities: 0.9 × 0.8, 0.1 × 0.8, 0.9 × 0.2, 0.1 × 0.2", () => {
    const { losses, probabilities } = exitLossDistribution([1, 4], [0.1, 0.2]);
    expect([...losses]).toEqual([0, 1, 4, 5]);
    [0.72, 0.08, 0.18, 0.02].forEach((expected, i) => expect(probabilities[i]).toBeCloseTo(expected, 14));
  });

  it("leaves out what never happens", () => {
    expect([...exitLossDistribution([5, 1], [0, 0.5]).losses]).toEqual([0, 1]);
  });
});

describe("lossQuantile", () => {
  it.each([[0.125, 0], [0.126, 1], [0.25, 1], [0.5, 3], [0.625, 3], [0.626, 4], [0.99, 6]])(
    "reaches %d at a loss of %d", (level, loss) => expect(lossQuantile(even(), level)).toBe(loss));
});

describe("expectedShortfall", () => {
  it("is the mean of the worst: of 5 and 6; of 3, 4, 5 and 6; of 6 and half as much 5; of all", () => {
    expect(expectedShortfall(even(), 0.75)).toBeCloseTo(5.5, 12);
    expect(expectedShortfall(even(), 0.5)).toBeCloseTo(4.5, 12);
    expect(expectedShortfall(even(), 1 - 1.5 / 8)).toBeCloseTo((6 + 2.5) / 1.5, 12);
    expect(expectedShortfall(even(), 0)).toBeCloseTo(3, 12);
  });
});
