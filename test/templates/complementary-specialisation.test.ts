import { createHeadlessEngine } from "../../src/host/engine-headless";
import { layOut, toContent } from "../../src/templates";
import { complementarySpecialisation } from "../../src/templates/complementary-specialisation";
import { calculated, valueOf } from "./laid-out";

it("compares cities and pools their makers as numpy does from the same tables", async () => {
  const engine = await createHeadlessEngine({ language: "en" });
  const placed = layOut(complementarySpecialisation, "en");
  await calculated(engine, toContent(placed));
  const value = (key: string) => valueOf(engine, placed, key);
  // numpy: quotients, proximity by co-location with the diagonal, and distances of shares.
  expect(value("roles.lq.1")).toBeCloseTo(1.195925, 6);
  expect(value("roles.density.2")).toBeCloseTo(3 / 7, 9);
  expect(value("unlike_distance")).toBeCloseTo(1.396031, 6);
  expect([value("unlike"), value("alike"), value("held"), value("covered")]).toEqual(["City A", "City C", 3, 8]);
  // numpy: entropies in nats.
  expect(value("own_entropy")).toBeCloseTo(1.26921377587532, 10);
  expect(value("cities.related")).toBeCloseTo(0.2729911263771547, 10);
  expect(value("pooled_entropy")).toBeCloseTo(1.7980983404774693, 10);
  // By hand: 34/620 × 1.8 × 0.35 × √(0.3 + 0.7 × (26² + 8²)/34²).
  expect(value("own_risk")).toBeCloseTo((34 / 620) * 0.63 * Math.sqrt(0.3 + (0.7 * 740) / 1156), 10);
  // 110/4,890, with groups of 26, 17, 17, 13, 25 and 12.
  expect(value("pooled_risk")).toBeCloseTo((110 / 4890) * 0.63 * Math.sqrt(0.3 + (0.7 * 2192) / 12_100), 10);
  expect(value("worse_off")).toBe(2);
  engine.dispose();
}, 60_000);
