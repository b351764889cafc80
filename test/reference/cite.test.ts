import { Refusal } from "../../src/refusal";
import { cite, source, tables } from "../../src/reference";
import { row, shipped } from "./shipped";

describe("a citation", () => {
  it("names the figure, its source, where and when it was seen, and how sure it is", () => {
    expect(cite(row("EU_CVD", "BYD"))).toBe(
      "EU_CVD, BYD, from 2024-10-30, EU: 0.17 (share of the customs value). " +
        "Source: Implementing Reg (EU) 2024/2754. " +
        "Seen: wisetechacademy.com undated; lexaris.io undated. Checked: 2026-11-22. " +
        "Status: secondary (a text that names its official source). Verify before use.",
    );
  });

  it("is there in Chinese", () => {
    expect(cite(row("CAPACITY_UTIL_OICA", "China"), "zh")).toBe(
      "CAPACITY_UTIL_OICA，中国，2020，中国：0.52（比例）。来源：国际汽车制造商协会（OICA），转引自六大汽车产业集群论文。" +
        "所见：第2.2节（未注日期）。核对：2026-11-22。状态：原文照录（按来源文章照录）。",
    );
  });

  it("says a bound in words", () => {
    expect(cite(row("HENAN", "Henan parts firms above designated size"))).toContain(
      ": more than 600 firms.",
    );
    expect(cite(row("CASE_NIO_HEFEI", "reported return"))).toContain(": at most 5.5 times.");
    expect(cite(row("LOW_OUTPUT_MAKERS", "makers at zero output"))).toContain(": about 20 firms.");
  });

  it("asks to verify every duty before use", () => {
    for (const id of ["EU_CVD", "TARIFF_OTHER"]) {
      for (const each of shipped(id).rows) expect(cite(each)).toMatch(/Verify before use\.$/);
    }
  });

  it("shows single sources as such", () => {
    expect(cite(row("CAPACITY_UTIL_NBS", "automobile manufacturing", "2017"))).toContain(
      "Status: single source (one secondary text only: confirm before use)",
    );
  });

  it("of a key takes the latest period, and holds what a look-up would refuse", () => {
    expect(source(shipped("GRID_FACTOR"), "中国")).toContain(
      "GRID_FACTOR, China, 2022, China: 0.5366 kg CO2 per kWh.",
    );
    const clusters = source(shipped("SIX_CLUSTERS"), "Northeast");
    expect(clusters).toContain("Printed ratio: less than 3 (unit not stated)");
    expect(clusters).toContain("inferred (a reading of ours, not a fact) [Definition of the ratio]");
  });

  it("of an unknown key is refused as a look-up is", () => {
    expect((source(shipped("EU_CVD"), "BYDD") as Refusal).message("en")).toBe(
      "key “BYDD” is not in EU_CVD; nearest: BYD",
    );
  });

  it("is whole for every row, in both languages", () => {
    for (const each of tables.flatMap(({ rows }) => rows)) {
      for (const language of ["en", "zh"] as const)
        expect(cite(each, language)).not.toMatch(/undefined|NaN|null|[:：]\s*[.。]/);
    }
  });
});
