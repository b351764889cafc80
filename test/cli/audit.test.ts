import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { auditExitCode } from "../../src/cli/audit";
import { formats } from "../../src/cli/audit-formats";
import { printedComparison, registerDiff } from "../../src/cli/diff";
import { check } from "../../src/sharing/check";
import { compare } from "../../src/sharing/compare";
import { keyOf } from "../../src/sharing/finding";
import { reasonsIn, reasonsXml } from "../../src/sharing/reasons";
import { writeWorkbook } from "../../src/xlsx";
import { parseXml } from "../../src/xlsx/xml";
import { sheet, workbook } from "../sharing/sheets";

const content = workbook(sheet("Plan & more", { A1: { error: "#REF!" }, A2: "=TODAY()", A3: "=B3*0.3" }));
const { findings } = check(content);
const accepted = findings.find(({ rule }) => rule === "volatile")!;
const audited = { ...check(content, new Map([[keyOf(accepted), "it dates the <print>"]])), book: "a b.xlsx", version: "1.2.3", language: "en" as const };

describe("an audit", () => {
  it("fails from the level that was asked for", () => {
    const notes = audited.findings.filter(({ level }) => level === "note");
    expect([auditExitCode(audited.findings, "error"), auditExitCode(notes, "error"), auditExitCode(notes, "note")]).toEqual([1, 0, 1]);
  });

  it("is printed for people with place, fact and reason", () => {
    expect(formats.text(audited)).toMatch(/^error {3}Plan & more!A1 {2}#REF! stands in A1\n {8}It refers to cells that were deleted\./);
    expect(formats.text(audited)).toMatch(/2 findings, 1 accepted\.$/);
  });

  it("is JSON that holds every finding", () => {
    expect(JSON.parse(formats.json(audited)).findings).toHaveLength(2);
  });

  it("is JUnit XML: failures fail, notes do not, what is accepted is skipped", () => {
    const suite = parseXml(formats.junit(audited));
    expect(suite.attributes).toMatchObject({ name: "a b.xlsx", tests: "3", failures: "1", skipped: "1" });
    expect(suite.children.map(({ children }) => children[0]!.name)).toEqual(["failure", "system-out", "skipped"]);
  });

  it("is SARIF 2.1.0: rules, levels, places and justified suppressions", () => {
    const { version, runs: [run] } = JSON.parse(formats.sarif(audited));
    expect(version).toBe("2.1.0");
    const ids = run.tool.driver.rules.map(({ id }: { id: string }) => id);
    for (const { ruleId, level } of run.results) {
      expect(ids).toContain(ruleId);
      expect(["error", "warning", "note"]).toContain(level);
    }
    expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe("a%20b.xlsx");
    expect(run.results.at(-1).suppressions).toEqual([{ kind: "external", justification: "it dates the <print>" }]);
  });
});

describe("the author's reasons", () => {
  it("travel in a part of the workbook, whatever they say", () => {
    const reasons = new Map([["a\nb", "because \"x\" < y & z"], ["c", "第一"]]);
    expect(reasonsIn(['<other xmlns="urn:x"/>', reasonsXml(reasons)])).toEqual(reasons);
    expect(reasonsIn([])).toEqual(new Map());
    expect(reasonsIn(['<acceptedFindings xmlns="urn:industry-policy-workbench:accepted-findings"><broken']).size).toBe(0);
  });
});

describe("the printed comparison", () => {
  it("says what moved, and by how much", () => {
    const before = workbook(sheet("Plan", { A1: "Output", B1: 80 }));
    const after = workbook(sheet("Plan", { A1: "Output", B1: 100 }));
    // 100 / 80 is 1.25.
    expect(printedComparison(compare(before, after), "en")).toBe("input  Plan!B1  Output  80 → 100  (+25.0 %)\n1 difference.");
  });

  it("names the one of two files that cannot be read", async () => {
    const folder = mkdtempSync(join(tmpdir(), "policy-diff-"));
    const [right, wrong] = [join(folder, "this year.xlsx"), join(folder, "last year.xlsx")];
    try {
      writeFileSync(right, await writeWorkbook(content));
      writeFileSync(wrong, "no workbook");
      const compared = registerDiff(new Command()).parseAsync([right, wrong], { from: "user" });
      await expect(compared).rejects.toThrow(/^(?!.*this year).*last year\.xlsx: /);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
