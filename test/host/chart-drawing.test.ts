import type { ChartData } from "../../src/host/charts/chart-data";
import { chartOptions } from "../../src/host/charts/chart-options";
import { chartWords } from "../../src/host/charts/chart-words";

const data: ChartData = {
  type: "ColumnClustered", title: "Output", legend: "bottom", labels: ["2023", "2024"],
  valueAxis: { title: "vehicles", minimum: 0, numberFormat: "#,##0" },
  series: [
    { name: "A", type: "ColumnClustered", categories: ["2023", "2024"], values: [1000, 3000], colour: "#257d8c" },
    { name: "B", type: "ColumnClustered", categories: [], values: [3000, null] },
  ],
};

const as = (type: ChartData["type"]): ChartData =>
  ({ ...data, type, series: data.series.map((series) => ({ ...series, type })) });

interface Drawn {
  readonly xAxis: { readonly type: string };
  readonly yAxis: {
    readonly type: string;
    readonly min: number;
    readonly axisLabel: { formatter(value: number): string };
  };
  readonly series: readonly { readonly type: string; readonly stack?: string; readonly data: readonly unknown[] }[];
}

const drawn = (chart: ChartData): Drawn => chartOptions(chart, "light") as unknown as Drawn;

describe("what is drawn of a chart", () => {
  it("is its values over its labels, with the bounds and the format of its axis", () => {
    const { xAxis, yAxis, series } = drawn(data);
    expect(xAxis).toMatchObject({ type: "category", data: ["2023", "2024"] });
    expect([yAxis.min, yAxis.axisLabel.formatter(12000)]).toEqual([0, "12,000"]);
    expect(series.map((each) => each.data)).toEqual([[1000, 3000], [3000, null]]);
  });

  it("lies down for bars, and stacks what is to be stacked", () => {
    expect(drawn(as("BarStacked")).yAxis.type).toBe("category");
    expect(drawn(as("BarStacked")).series.map(({ stack }) => stack)).toEqual(["BarStacked", "BarStacked"]);
  });

  it("shows shares of the whole: 1000 of 4000 and 3000 of 4000, then 3000 alone", () => {
    expect(drawn(as("ColumnStacked100")).series.map((each) => each.data)).toEqual([[0.25, 1], [0.75, null]]);
  });

  it("sets points by x and y, and leaves out those without a value", () => {
    const points = { ...data.series[0]!, type: "XYScatter" as const, categories: [2, 4, 6], values: [1, null, 3] };
    expect(drawn({ ...data, type: "XYScatter", series: [points] }).series[0]!.data).toEqual([[2, 1], [6, 3]]);
  });
});

describe("a chart in words", () => {
  it("tells its kind, its title and every value", () => {
    expect(chartWords(data, "en")).toBe("Column chart: Output. A: 2023 1000, 2024 3000. B: 2023 3000");
    expect(chartWords(as("Pie"), "zh")).toContain("饼图: Output");
  });

  it("tells of many points the first, the last, the least and the greatest", () => {
    const values = Array.from({ length: 20 }, (_, i) => (i - 5) ** 2);
    const labels = values.map((_, i) => String(2000 + i));
    const series = [{ name: "A", type: "Line" as const, categories: labels, values }];
    // The squares of -5 to 14.
    expect(chartWords({ type: "Line", labels, series }, "en"))
      .toBe("Line chart. A: 20 points, from 2000 25 to 2019 196, least 2005 0, greatest 2019 196");
  });
});
