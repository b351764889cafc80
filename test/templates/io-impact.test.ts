import { createHeadlessEngine } from "../../src/host/engine-headless";
import { layOut, toContent } from "../../src/templates";
import { ioImpact } from "../../src/templates/io-impact";
import { calculated, valueOf } from "./laid-out";

it("finds what numpy finds", async () => {
  const engine = await createHeadlessEngine({ language: "en" });
  const placed = layOut(ioImpact, "en");
  await calculated(engine, toContent(placed));
  // numpy 2.4.6: coefficients times min(1, λ q), np.linalg.inv(I − A), column sums; solved without row and column 1.
  const expected = {
    own_multiplier: 1.2416705602100924,
    nation_multiplier: 2.950450590459586,
    made: 12.416705602100924,
    jobs: 6499.575919892083,
    taxes: 374.1840671195931,
    jobs_high: 13863.745212273798,
    jobs_low: 5311.430725830016,
    gone: 0.08483327857190404,
  };
  const found = Object.fromEntries(Object.keys(expected).map((key) => [key, Number(valueOf(engine, placed, key))]));
  for (const [key, value] of Object.entries(expected)) expect(found[key]! / value).toBeCloseTo(1, 10);
  engine.dispose();
}, 60_000);
