import { createHeadlessEngine } from "../../src/host/engine-headless";
import { layOut, toContent } from "../../src/templates";
import { carbonLedger } from "../../src/templates/carbon-ledger";
import { calculated, valueOf } from "./laid-out";

it("counts a car's carbon and the charge at the border as by hand", async () => {
  const engine = await createHeadlessEngine({ language: "en" });
  const placed = layOut(carbonLedger, "en");
  await calculated(engine, toContent(placed));
  const value = (key: string) => valueOf(engine, placed, key);
  expect(value("answer")).toContain("On the grid “Own province” the design “Family car with LFP battery” has 145 g");
  // (6,200 + 60 × 70 − 500) kg over 200,000 km; 0.14 kWh × 0.62 kg × 1.1 a kilometre.
  expect(value("own_footprint")).toBeCloseTo(49.5 + 95.48, 9);
  // On China's factor of 2022, 0.5366, against 5,800 kg over 200,000 km and 205 g.
  expect(value("average_against")).toBeCloseTo((49.5 + 0.14 * 536.6 * 1.1) / 234 - 1, 9);
  // 2026, in m euros: 18,000 × (2.1 − 0.975 × 1.37) × 75 and 6,500 × (1.9 − 0.975 × 1.42) × 75.
  expect(value("cost_first")).toBeCloseTo(1.0317375 + 0.25130625, 9);
  // 2034, nothing free and components in: 27,000 × 2.1 × 103 and 10,500 × 1.9 × 103.
  expect(value("cost_last")).toBeCloseTo(5.8401 + 2.05485, 9);
  engine.dispose();
}, 60_000);
