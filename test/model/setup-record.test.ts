import { setupIn, setupXml, type SimulationSetup } from "../../src/model";

const setup: SimulationSetup = {
  inputs: [
    { place: { sheet: "输入 & co", row: 3, column: 1 }, name: 'price "net"', distribution: { kind: "pert", min: 1, mode: 2, max: 4 } },
    { place: { sheet: "A", row: 0, column: 0 }, name: "n", distribution: { kind: "discrete", values: [1, 2], weights: [0.5, 0.5] } },
  ],
  outputs: [{ place: { sheet: "A", row: 9, column: 2 }, name: "NPV", threshold: { value: 0, side: "below" } }],
  correlations: [[1, 0.3], [0.3, 1]],
  draws: 10_000,
  seed: 42,
  method: "latin",
};

describe("the kept set-up", () => {
  it("comes back as it was", () => expect(setupIn(["<other/>", setupXml(setup)])).toEqual(setup));

  it("is none where there is none, or where somebody has spoilt it", () => {
    expect(setupIn(["<other/>"])).toBeUndefined();
    expect(setupIn([setupXml(setup).replace("kind", "kind\\")])).toBeUndefined();
  });
});
