import { BarChart, LineChart, PieChart, ScatterChart } from "echarts/charts";
import { GridComponent, LegendComponent, LegendScrollComponent, TitleComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([
  BarChart, LineChart, PieChart, ScatterChart,
  GridComponent, LegendComponent, LegendScrollComponent, TitleComponent, TooltipComponent, SVGRenderer,
]);

export interface Drawing {
  draw(options: Record<string, unknown>): void;
  resize(): void;
  dispose(): void;
}

/** Loaded when there is a first chart to draw. */
export function drawingIn(element: HTMLElement): Drawing {
  const chart = init(element, undefined, { renderer: "svg" });
  return {
    draw: (options) => chart.setOption(options, { notMerge: true }),
    resize: () => chart.resize(),
    dispose: () => chart.dispose(),
  };
}
