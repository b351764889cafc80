import { createHeadlessEngine } from "../../src/host/engine-headless";
import { layOut, toContent } from "../../src/templates";
import { dealAppraisal } from "../../src/templates/deal-appraisal";
import { calculated, valueOf } from "./laid-out";

it("values the deal as by hand", async () => {
  const engine = await createHeadlessEngine({ language: "en" });
  const placed = layOut(dealAppraisal, "en");
  await calculated(engine, toContent(placed));
  const value = (key: string) => Number(valueOf(engine, placed, key));
  // Paid 2, 1.5, 1.5 in years 0 to 2; received 1 in year 4, 2.5 in 6, 3.5 in 7, and 1.2 still held then.
  const flows = [-2, -1.5, -1.5, 0, 1, 0, 2.5, 3.5 + 1.2];
  expect(value("npv")).toBeCloseTo(flows.reduce((sum, flow, year) => sum + flow / 1.06 ** year, 0), 9);
  expect(value("moic")).toBeCloseTo(8.2 / 5, 9);
  expect(value("dpi")).toBeCloseTo(7 / 5, 9);
  // Free: up 10 − 3 = 7, down the salvage of 0.6; committed: down 1 − 3 = −2. The difference, discounted one year.
  expect(value("right")).toBeCloseTo((0.55 * (0.6 + 2)) / 1.06, 9);
  expect(value("nio_worth")).toBeCloseTo(7 / 0.241, 9);
  engine.dispose();
}, 60_000);
