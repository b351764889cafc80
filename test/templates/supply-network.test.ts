import { createHeadlessEngine } from "../../src/host/engine-headless";
import { layOut, toContent } from "../../src/templates";
import { supplyNetwork } from "../../src/templates/supply-network";
import { calculated, valueOf } from "./laid-out";

it("finds what networkx and a loss model of its own in python find", async () => {
  const engine = await createHeadlessEngine({ language: "en" });
  const placed = layOut(supplyNetwork, "en");
  await calculated(engine, toContent(placed));
  const found = (key: string) => valueOf(engine, placed, key);
  // networkx: 19 of 132 links; articulation points Battery packs and Electronics; degrees 7 5 4 3 3 4 3 1 1 3 2 2.
  expect(found("density")).toBeCloseTo(19 / 132, 12);
  expect(found("centralisation")).toBeCloseTo(46 / 110, 12);
  expect(found("cuts")).toBe(2);
  expect(found("robustness")).toBeCloseTo(31 / 144, 12);
  expect(found("map.between.6")).toBeCloseTo(0.240909, 6);
  // Largest components as the firms go by degree: 12 11 5 4 3 2 2 1 1.
  expect([1, 2, 3, 4, 5].map((at) => Math.round(Number(found(`curve_links.${at}`)) * 12))).toEqual([12, 11, 5, 4, 3]);
  // Losses iterated in numpy over levels of production, to 9 digits.
  expect(found("risk_now")).toBeCloseTo(0.591960057, 8);
  expect(found("risk_plan")).toBeCloseTo(0.479168061, 8);
  expect(found("hidden")).toBe("Chips");
  expect(found("hidden_risk")).toBeCloseTo(0.73066424, 8);
  expect(found("cuts_plan")).toBe(1);
  engine.dispose();
}, 60_000);
