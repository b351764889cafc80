import { createHeadlessEngine } from "../../src/host/engine-headless";
import { layOut, toContent } from "../../src/templates";
import { targetTracker } from "../../src/templates/target-tracker";
import { calculated, valueOf } from "./laid-out";

it("tracks Henan and Anhui as by hand", async () => {
  const engine = await createHeadlessEngine({ language: "en" });
  const placed = layOut(targetTracker, "en");
  await calculated(engine, toContent(placed));
  // (534,667 − 72,000) / (1,500,000 − 72,000) = 462,667 / 1,428,000, over three of four years gone.
  expect(valueOf(engine, placed, "way")).toBeCloseTo(462_667 / 1_428_000, 12);
  expect(valueOf(engine, placed, "attainment")).toBeCloseTo(462_667 / 1_428_000 / 0.75, 12);
  // The seed ledger: +180.5 % needed; even 140.5 % again gives 534,667 × 2.405, short of 1.5 million.
  expect(valueOf(engine, placed, "required")).toBeCloseTo(1.805, 3);
  expect(valueOf(engine, placed, "at_due.1")).toBeCloseTo(1_285_874.135, 3);
  expect(valueOf(engine, placed, "in_time")).toBe(0);
  // The ledger: electric vehicles made 49.7 % of the growth of exports; Anhui's NEVs 1,432 of 2,067 thousand.
  expect(valueOf(engine, placed, "ev_share")).toBeCloseTo(0.497, 3);
  expect(valueOf(engine, placed, "anhui_nev_share")).toBeCloseTo(1432 / 2067, 12);
  // 300 / 41.7 and 23 / 3.2 yuan for a dollar.
  expect(valueOf(engine, placed, "rate")).toBeCloseTo(7.194, 3);
  expect(valueOf(engine, placed, "rate_sister")).toBeCloseTo(7.1875, 12);
  engine.dispose();
}, 60_000);
