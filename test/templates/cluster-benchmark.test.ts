import { createHeadlessEngine } from "../../src/host/engine-headless";
import { layOut, toContent } from "../../src/templates";
import { clusterBenchmark } from "../../src/templates/cluster-benchmark";
import { calculated, valueOf } from "./laid-out";

it("compares the region with a cluster as a planner would by hand", async () => {
  const engine = await createHeadlessEngine({ language: "en" });
  const placed = layOut(clusterBenchmark, "en");
  await calculated(engine, toContent(placed));
  // 310 firms for 62 times 10,000 vehicles; Chengdu-Chongqing has 6.24: 6.24 × 62 − 310.
  expect(valueOf(engine, placed, "own_ratio")).toBeCloseTo(5, 12);
  expect(valueOf(engine, placed, "gap")).toBeCloseTo(76.88, 9);
  // Five of the nine firms make fewer than 1,000 a month; 12,892 parts firms for 259 vehicle firms.
  expect(valueOf(engine, placed, "low_share")).toBeCloseTo(5 / 9, 12);
  expect(valueOf(engine, placed, "mean_maker")).toBeCloseTo(12_892 / 259, 9);
  engine.dispose();
}, 60_000);
