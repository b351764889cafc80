import { createHeadlessEngine } from "../../src/host/engine-headless";
import { layOut, toContent } from "../../src/templates";
import { readinessScorecard } from "../../src/templates/readiness-scorecard";
import { calculated, valueOf } from "./laid-out";

it("scores, weighs and ranks cities as numpy does from the same table", async () => {
  const engine = await createHeadlessEngine({ language: "en" });
  const placed = layOut(readinessScorecard, "en");
  await calculated(engine, toContent(placed));
  const value = (key: string) => valueOf(engine, placed, key);
  // By hand: (0.28/0.6 + 0.8/1.4 + 0.026/0.04 + 30/60 + 6/12 + 0.23/0.5) / 6.
  expect(value("own_score")).toBeCloseTo((7 / 15 + 4 / 7 + 0.65 + 0.5 + 0.5 + 0.46) / 6, 12);
  // numpy, from the judgements and the table: geometric means, eigenvalue with Saaty's 1.24, entropy, distances.
  expect(value("w_ahp")).toBeCloseTo(0.25890988, 8);
  expect(value("ratio")).toBeCloseTo(0.0022298555, 8);
  expect(value("w_entropy.6")).toBeCloseTo(0.30291347, 7);
  expect(value("ranking.topsis")).toBeCloseTo(0.56996286, 7);
  // One city has five of six indicators: the mean of those five.
  expect(value("ranking.equal.3")).toBeCloseTo((0.31 / 0.6 + 0.68 / 1.4 + 0.021 / 0.04 + 32 / 60 + 0.29 / 0.5) / 5, 12);
  // 5.2 of 42; 2,100 of 3,400 engineers are fewer than 80 %: the gate is shut.
  expect(value("fiscal_load")).toBeCloseTo(5.2 / 42, 12);
  expect(value("gate")).toBe(false);
  engine.dispose();
}, 60_000);
