import { createHeadlessEngine } from "../../src/host/engine-headless";
import { layOut, toContent } from "../../src/templates";
import { fiscalExposure } from "../../src/templates/fiscal-exposure";
import { calculated, valueOf } from "./laid-out";

it("adds up the register and its stress as by hand", async () => {
  const engine = await createHeadlessEngine({ language: "en" });
  const placed = layOut(fiscalExposure, "en");
  await calculated(engine, toContent(placed));
  const value = (key: string) => valueOf(engine, placed, key);
  // Equity 5.7, loans 2.7, guarantees 5.6, land 2.2 are 16.2; half of the guarantees: 13.4 / 42.
  expect(value("face_value")).toBeCloseTo(16.2, 9);
  expect(value("exposure")).toBeCloseTo(13.4 / 42, 9);
  // Maker A: 7.4 + 2.5 of 16.2; without guarantees 5.9, of which 80 % are lost, and guarantees of 4 called.
  expect(value("single")).toBeCloseTo(9.9 / 16.2, 9);
  expect(value("call_loss")).toBeCloseTo(5.9 * 0.8 + 4, 9);
  // 2.4 × 0.7 × (1 − 0.92³) + 1.6 × 0.7 × (1 − 0.92⁵) + 1 × 0.5 × (1 − 0.97⁴) + 0.6 × 0.4 × (1 − 0.96⁵)
  const expected = 1.68 * (1 - 0.92 ** 3) + 1.12 * (1 - 0.92 ** 5) + 0.5 * (1 - 0.97 ** 4) + 0.24 * (1 - 0.96 ** 5);
  expect(value("expected")).toBeCloseTo(expected, 9);
  engine.dispose();
}, 60_000);
