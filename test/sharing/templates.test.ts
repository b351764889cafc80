import type { Engine } from "../../src/host/engine";
import { createHeadlessEngine } from "../../src/host/engine-headless";
import { check } from "../../src/sharing/check";
import { layOut, templates, toContent } from "../../src/templates";
import { calculated } from "../templates/laid-out";

jest.setTimeout(60_000);

let engine: Engine;
beforeAll(async () => {
  engine = await createHeadlessEngine({ language: "en" });
});
afterAll(() => engine.dispose());

const all = templates.flatMap((template) => (["en", "zh"] as const).map((language) => [template.id, language, template] as const));

describe("the check of a template as it is delivered", () => {
  it.each(all)("finds nothing in %s in %s: no error, unit, pattern, constant or source to ask about", async (_, language, template) => {
    await calculated(engine, toContent(layOut(template, language)));
    const said = check(engine.content()).findings.map(({ sheet, what, why }) => `${sheet}: ${what.en}. ${why.en}`);
    expect(said).toEqual([]);
  });
});
