import { createHeadlessEngine } from "../../src/host/engine-headless";
import { layOut, toContent } from "../../src/templates";
import { sharedPlatform } from "../../src/templates/shared-platform";
import { calculated, valueOf } from "./laid-out";

it("keeps the owners' and the region's account as numpy does from the same inputs", async () => {
  const engine = await createHeadlessEngine({ language: "en" });
  const placed = layOut(sharedPlatform, "en");
  await calculated(engine, toContent(placed));
  const value = (key: string) => valueOf(engine, placed, key);
  // numpy: flows of eleven years at 6 %, and at the Green Book's 3.5 %.
  expect(value("npv")).toBeCloseTo(-48.16001129628774, 8);
  expect(value("npv_region")).toBeCloseTo(247.24541748154883, 8);
  expect(value("npv_green")).toBeCloseTo(-8.274745611544239, 8);
  expect(value("breakeven")).toBeCloseTo(0.6663908179631115, 10);
  expect(value("payback")).toBeCloseTo(9.190823024488765, 8);
  // numpy: all costs' present value as an annuity of ten years over 142 firms.
  expect(value("cost_per_user")).toBeCloseTo(0.626806880230284, 8);
  // City A: 1.2 m × 8 + 2,100 × 2,800 + 1,100 × 9,000 + 9,000 × 260 = 27.72 m of the payers' 87.77 m yuan.
  expect(value("most_favoured")).toBe("City A");
  expect(value("most_gap")).toBeCloseTo(27.72 / 87.77 - 0.2, 9);
  engine.dispose();
}, 60_000);
