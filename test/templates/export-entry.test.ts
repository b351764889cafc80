import { createHeadlessEngine } from "../../src/host/engine-headless";
import { layOut, toContent } from "../../src/templates";
import { exportEntry } from "../../src/templates/export-entry";
import { calculated, valueOf } from "./laid-out";

it("compares the ways into a market as by hand", async () => {
  const engine = await createHeadlessEngine({ language: "en" });
  const placed = layOut(exportEntry, "en");
  await calculated(engine, toContent(placed));
  // BYD: 21,000 × (1 + 0.10 + 0.17) × 1.2 + 600, of which 21,000 × 0.17 × 1.2.
  expect(valueOf(engine, placed, "landed")).toBeCloseTo(32_604, 8);
  expect(valueOf(engine, placed, "wedge")).toBeCloseTo(4_284, 8);
  // CKD: 20,250 − (13,340 + 2,500 + 2,000); 60 m / 4,410; later 60 m / (20,250 − 15,525 − 2,500).
  expect(valueOf(engine, placed, "mode_saving")).toBeCloseTo(2_410, 8);
  expect(valueOf(engine, placed, "mode_pays")).toBeCloseTo(60_000_000 / 4_410, 6);
  expect(valueOf(engine, placed, "mode_pays_later")).toBeCloseTo(60_000_000 / 2_225, 6);
  // Of 18,000 come 11,500 from outside: 6,500 / 18,000; 11,500 − 0.6 × 18,000 are too much.
  expect(valueOf(engine, placed, "mode_content")).toBeCloseTo(6_500 / 18_000, 12);
  expect(valueOf(engine, placed, "missing")).toBeCloseTo(700, 8);
  // 15,000 × 1.35; 13,400 × 1.16 + 900 + 300; 17,840; 6,000 × 1.16 + 7,200 + 5,500.
  expect([1, 2, 3, 4].map((place) => Math.round(Number(valueOf(engine, placed, `cost.${place}`)))))
    .toEqual([20_250, 16_744, 17_840, 19_660]);
  engine.dispose();
}, 60_000);
