import { readFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue, signature } from "../../src/functions";

/** The public contract: once in a workbook, a name or an order of arguments can never change. */
const contract = readFileSync(join(__dirname, "signatures.txt"), "utf8").trim().split("\n");

describe("signatures", () => {
  it.each(catalogue.map((definition) => [definition.name, definition] as const))("%s keeps its contract", (_, definition) => {
    expect(contract).toContain(signature(definition));
  });
});
