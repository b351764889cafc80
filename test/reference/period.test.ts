import { byLatest, isPeriod, periodText } from "../../src/reference/period";

const latestOf = (...periods: string[]): string => [...periods].sort(byLatest)[0];

describe("a period", () => {
  it.each([
    "2024",
    "2024Q1",
    "2024-09",
    "2024-09-30",
    "2021..2024",
    "2024-01..09",
    "2020-02-25..2020-04-29",
    "from 2024-10-30",
    "by 2026-07",
    "not stated",
  ])("may be %s", (text) => expect(isPeriod(text)).toBe(true));

  it.each([
    "",
    "24",
    "2024-13",
    "2024-09-32",
    "2024Q5",
    "2024..2021",
    "2024..2025..2026",
    "2024-09..",
    "since 2024",
    "2024 ",
  ])("may not be “%s”", (text) => expect(isPeriod(text)).toBe(false));

  it("is the latest when it ends last", () => {
    expect(latestOf("2021", "2023-01..09", "2024")).toBe("2024");
    expect(latestOf("2024", "2025-01..11")).toBe("2025-01..11");
    expect(latestOf("2024Q1", "2024-02")).toBe("2024Q1");
  });

  it("is the longer one when two end together", () =>
    expect(latestOf("2024Q4", "2024", "2024-12")).toBe("2024"));

  it("comes last when it is not stated", () => expect(latestOf("not stated", "2016")).toBe("2016"));

  it("is said in Chinese where it holds a word", () => {
    expect(
      ["from 2024-10-30", "by 2025", "not stated", "2024"].map((period) => periodText(period, "zh")),
    ).toEqual(["自2024-10-30起", "至2025", "未注明", "2024"]);
  });
});
