import { tables } from "../../../src/reference";
import { wide } from "../../../src/reference/wide";
import { asFormulas, chartPlan, columnPart, lookUpFormula } from "../../../src/sharing/data/forms";

const laidOut = (id: string, language: "en" | "zh" = "en") => {
  const table = tables.find((each) => each.id === id)!;
  return { table, wide: wide(table, language) };
};

describe("a table as formulas", () => {
  it("looks up each figure by the key and the period that stand beside it", () => {
    const { table, wide: duties } = laidOut("EU_CVD");
    expect(asFormulas(table, duties, "POLICY", "B3")[0]!.slice(0, 3)).toEqual([
      "BYD", '=POLICY.REF_VALUE("EU_CVD",$B4,,$D4)', "from 2024-10-30",
    ]);
  });

  it("names the field where there are several, and leaves a bound a text", () => {
    const { table, wide: clusters } = laidOut("SIX_CLUSTERS", "zh");
    const rows = asFormulas(table, clusters, "POLICYDEV", "A1");
    const at = (header: string): number => clusters.columns.findIndex((column) => column.header === header);
    expect(rows[0]![at("Parts_firms")]).toBe(
      `=POLICYDEV.REF_VALUE("SIX_CLUSTERS",$A2,"parts_firms",$${"ABCDEFGHIJKLMNOP"[at("Period")]}2)`,
    );
    // The paper prints "<3" for the Northeast.
    expect(rows[1]![at("Printed_ratio")]).toBe("<3");
  });
});

describe("the chart of a table", () => {
  it.each([
    // 25 countries of 2024 stand below each other in the table; the series of the world has four years.
    ["OICA_PRODUCTION", { kind: "bar", names: 0, figures: 1 }],
    // 2026 to 2031, 2033 and 2034; 2032 is not shipped.
    ["CBAM_FREE_SHARE", { kind: "bar", names: 0, rows: 8 }],
    ["CBAM_SCOPE", undefined],
    ["SIX_CLUSTERS", { kind: "bar", names: 0, rows: 6, row: 0 }],
  ])("of %s", (id, plan) => {
    const found = chartPlan(laidOut(id).wide);
    if (plan) expect(found).toMatchObject(plan);
    else expect(found).toBeUndefined();
  });

  it("covers whole rows of one column", () => {
    expect(columnPart("B3", 2, 1, 4)).toBe("D5:D8");
  });
});

describe("a look-up in a table of the user's own", () => {
  it("works in any Excel, with the signs escaped that structured references mean something by", () => {
    expect(lookUpFormula("Own", ["市", "产量[万辆]"], "产量[万辆]", "A2")).toBe("=INDEX(Own[产量'[万辆']],MATCH(A2,Own[市],0))");
  });
});
