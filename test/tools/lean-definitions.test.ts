import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import leanDefinitions from "../../tools/lean-definitions";

const folder = join(__dirname, "../../src/functions");
const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")] as const);
const chapters = files.filter(([, text]) => text.includes("define({"));

const faults = (text: string) => ts.transpileModule(text, { reportDiagnostics: true }).diagnostics ?? [];
const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

describe("what Excel loads to calculate", () => {
  it.each(chapters)("keeps what calculates of %s, and leaves out what is read", (_, text) => {
    const lean = leanDefinitions(text);
    expect(faults(lean)).toEqual([]);
    expect(count(lean, /^ {2}(evaluate|name|parameters):/gm)).toBe(count(text, /^ {2}(evaluate|name|parameters):/gm));
    expect(lean).not.toMatch(/^ {2}(summary|method|examples|native|source):/m);
  });

  it("leaves every other file as it is", () => {
    const others = files.filter((file) => !chapters.includes(file as never));
    for (const [, text] of others) expect(leanDefinitions(text)).toBe(text);
  });
});
