import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(__dirname, "../../assets/icons");
const files = readdirSync(folder);

/** Width and height of a PNG stand in bytes 16 to 23. */
function sizeOf(name: string): readonly number[] {
  const bytes = readFileSync(join(folder, name));
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

const commands = ["function", "data", "template", "scenarios", "simulate", "check", "portable", "passport", "help"];

describe("the icons", () => {
  it.each(files.filter((name) => name.endsWith(".png")))("%s is as large as its name says", (name) => {
    const size = Number(/-(\d+)\.png$/.exec(name)![1]);
    expect(sizeOf(name)).toEqual([size, size]);
  });

  it("have the product at every size that Office and browsers ask for", () => {
    const sizes = [16, 20, 24, 32, 40, 48, 64, 80, 96, 128];
    expect(files).toEqual(expect.arrayContaining(sizes.map((size) => `icon-${size}.png`)));
  });

  it.each(commands)("have %s for its ribbon button, with a drawing of its own at 16 pixels", (name) => {
    const wanted = [`${name}.svg`, `${name}-16.svg`, ...[16, 32, 80].map((size) => `${name}-${size}.png`)];
    expect(files).toEqual(expect.arrayContaining(wanted));
  });
});
