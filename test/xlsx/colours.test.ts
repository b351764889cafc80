import { colourOf, themeColours } from "../../src/xlsx/colours";
import { parseXml } from "../../src/xlsx/xml";

const colour = (attributes: string) => colourOf(parseXml(`<color ${attributes}/>`), themeColours());
const channels = (rgb = "") => [1, 3, 5].map((at) => parseInt(rgb.slice(at, at + 2), 16));

describe("colours", () => {
  it("are told in red, green and blue, from the theme, or from the old palette", () => {
    expect(colour("rgb=\"FF1F4E78\"")).toBe("#1f4e78");
    expect(colour("theme=\"0\"")).toBe("#ffffff");
    expect(colour("theme=\"4\"")).toBe("#4472c4");
    expect(colour("indexed=\"10\"")).toBe("#ff0000");
  });

  it("are not told when they are automatic or of the window", () => {
    expect(colour("auto=\"1\"")).toBeUndefined();
    expect(colour("indexed=\"64\"")).toBeUndefined();
    expect(colour("rgb=\"red\"")).toBeUndefined();
  });

  /** What Excel's colour dialog says of the standard palette; it counts in whole steps, hence a step of tolerance. */
  it.each([
    ["Blue, Accent 1, Darker 25%", "theme=\"4\" tint=\"-0.249977111117893\"", "#305496"],
    ["Orange, Accent 2, Lighter 40%", "theme=\"5\" tint=\"0.39997558519241921\"", "#f4b084"],
    ["White, Background 1, Darker 50%", "theme=\"0\" tint=\"-0.499984740745262\"", "#808080"],
    ["Black, Text 1, Lighter 35%", "theme=\"1\" tint=\"0.34998626667073579\"", "#595959"],
  ])("are darker or lighter as %s", (_, attributes, expected) => {
    channels(colour(attributes)).forEach((channel, index) => {
      expect(Math.abs(channel - channels(expected)[index])).toBeLessThanOrEqual(1);
    });
  });
});
