/** @jest-environment jsdom */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Selection } from "../../src/actions";
import type { Simulated, WhatIfDeeds } from "../../src/actions/what-if";
import { answered, seekGoal, simulated, stresses, type NamedCell, type SimulationSetup } from "../../src/model";
import type { Language, Texts } from "../../src/refusal";
import { DeedsContext } from "../../src/taskpane/deeds";
import type { Deeds } from "../../src/actions";
import ScenariosPart from "../../src/taskpane/model/scenarios-part";
import SimulatePart from "../../src/taskpane/model/simulate-part";
import { WhatIfDeedsContext } from "../../src/taskpane/model/what-if-deeds";
import { obstacles } from "./axe";
import { renderInPane, selection } from "./show-pane";

const said = (en: string): Texts => ({ en, zh: en });

const place = (row: number) => ({ sheet: "Model", row, column: 1 });
const price: NamedCell = { place: place(0), name: "price", value: 10, isFormula: false };
const revenue: NamedCell = { place: place(2), name: "revenue", value: 1000, isFormula: true };

/** What the simulation itself makes of revenue = 100 × price. */
const revenueFor = (setup: SimulationSetup): Simulated => ({
  kind: "simulated",
  outcomes: simulated(([column]) => [{ values: column!.map((value) => 100 * value) }], setup),
});

function show(Part: () => React.ReactNode, given: Partial<WhatIfDeeds>, language: Language = "en") {
  const announced: Texts[] = [];
  const asked: SimulationSetup[] = [];
  const refuse = (): never => {
    throw new Error("not expected");
  };
  const deeds: WhatIfDeeds = {
    addCase: refuse, addCaseOf: refuse, compareCases: refuse, compareStress: refuse, createScenarios: refuse,
    describeCells: async ({ address }) => [address === "B1" ? price : revenue],
    goTo: async () => undefined,
    keepSetup: async (setup) => void asked.push(setup),
    readScenarios: async () => undefined,
    readSetup: async () => undefined,
    readStresses: async () => [],
    runGoalSeek: refuse, runTornado: refuse, runTwoWay: refuse,
    simulate: async (setup) => revenueFor(setup),
    simulateThroughHost: refuse, switchCase: refuse, writeResults: refuse,
    ...given,
  };
  let told: (selection: Selection) => void = () => undefined;
  const followSelection: Deeds["followSelection"] = (listener) => {
    const before = told;
    told = (chosen) => (before(chosen), listener(chosen, performance.now()));
    listener(selection("B1", "10", "Model"), performance.now());
    return () => undefined;
  };
  const { unmount } = renderInPane(
    <DeedsContext.Provider value={{ followSelection } as Deeds}>
      <WhatIfDeedsContext.Provider value={deeds}>
        <Part />
      </WhatIfDeedsContext.Provider>
    </DeedsContext.Provider>,
    language,
    { hasWorkbook: true, supports: () => true },
    (texts) => void announced.push(texts),
  );
  return { user: userEvent.setup(), announced, asked, unmount, select: (address: string) => told(selection(address, "", "Model")) };
}

const add = (label: string, address = "Model!B1", language: Language = "en") =>
  screen.findByRole("button", { name: `${{ en: "Add selection", zh: "添加所选单元格" }[language]} ${address}: ${label}` });

describe("the Simulate part", () => {
  it("goes from inputs and outputs to results that can be read without the chart, and has no barrier", async () => {
    const { user, announced, asked, select } = show(SimulatePart, {});
    const run = screen.getByRole("button", { name: "Run" });
    expect(run).toBeDisabled();
    await user.click(await add("Uncertain inputs"));
    expect(await screen.findByRole("img", { name: "price: P10 8.8944, P50 10, P90 11.106" })).toBeVisible();
    select("B3");
    await user.click(await add("Outputs", "Model!B3"));
    await user.type(await screen.findByLabelText("Threshold"), "900");
    await user.click(run);
    const outcome = await screen.findByRole("region", { name: "revenue" });
    expect(within(outcome).getByRole("row", { name: /^Mean 1,000$/ })).toBeVisible();
    expect(within(outcome).getByRole("row", { name: "Probability below 900 12.5 %" })).toBeVisible();
    expect(within(outcome).getByRole("row", { name: "price 100 % 1.00" })).toBeVisible();
    expect(announced).toEqual([{ en: "Simulated 10,000 draws.", zh: "已完成 10,000 次模拟。" }]);
    expect(asked[0]!.outputs[0]!.threshold).toEqual({ value: 900, side: "below" });
    expect(await obstacles()).toEqual([]);
  });

  it("shows how far it is, and stops", async () => {
    const kept: SimulationSetup = {
      inputs: [{ place: price.place, name: "price", distribution: { kind: "uniform", min: 8, max: 12 } }],
      outputs: [{ place: revenue.place, name: "revenue" }], draws: 1000, seed: 1, method: "latin",
    };
    const simulate: WhatIfDeeds["simulate"] = async (_, watch) => {
      watch.told(310);
      while (!watch.isStopped()) await new Promise((resolve) => setTimeout(resolve, 5));
      return { kind: "stopped" };
    };
    const { user } = show(SimulatePart, { readSetup: async () => kept, simulate });
    await screen.findByRole("button", { name: "Remove price" });
    await user.click(screen.getByRole("button", { name: "Run" }));
    expect(await screen.findByRole("progressbar", { name: "310 of 1,000" })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Stop" }));
    expect(await screen.findByText("Stopped. The sheet is as it was.")).toBeVisible();
  });

  it("names the cells that cannot be calculated apart, and offers the slow way", async () => {
    const why: Texts = { en: "OFFSET moves about", zh: "OFFSET 位置不定" };
    const through = jest.fn(async (setup: SimulationSetup) => revenueFor(setup));
    const { user, select } = show(SimulatePart, {
      simulate: async () => ({ kind: "uncompiled", cells: [{ place: place(4), formula: "=OFFSET(A1,1,1)", why }] }),
      simulateThroughHost: through,
    });
    await user.click(await add("Uncertain inputs"));
    select("B3");
    await user.click(await add("Outputs", "Model!B3"));
    await user.click(screen.getByRole("button", { name: "Run" }));
    expect(await screen.findByText("Model!B5: OFFSET moves about")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Run through the sheet (slow)" }));
    expect(await screen.findByRole("region", { name: "revenue" })).toBeVisible();
  });
});

describe("the Scenarios part", () => {
  it("says that there is no solution, and what the output reaches", async () => {
    const runGoalSeek: WhatIfDeeds["runGoalSeek"] = async (_, __, goal) => ({
      kind: "found",
      found: answered(seekGoal(goal), ([column]) => [{ values: column!.map((value) => 100 * value) }]),
    });
    const { user, select } = show(ScenariosPart, { runGoalSeek });
    await user.click(screen.getByText("Goal seek and break-even"));
    select("B3");
    await user.click(await add("Output that should reach the target", "Model!B3"));
    select("B1");
    await user.click(await add("Input that may change"));
    const target = screen.getByLabelText("Target");
    await user.clear(target);
    await user.type(target, "1234");
    await user.click(screen.getByRole("button", { name: "Seek" }));
    expect(await screen.findByText("12.34")).toBeVisible();
    await user.clear(target);
    await user.type(target, "-5");
    await user.click(screen.getByRole("button", { name: "Seek" }));
    expect(await screen.findByText("No solution between 0 and 100.")).toBeVisible();
  });

  describe("where the model cannot be calculated apart from the sheet", () => {
    const uncompiled = {
      kind: "uncompiled", recalculations: 3,
      cells: [{ place: place(4), formula: "=OFFSET(A1,1,1)", why: { en: "OFFSET moves about", zh: "OFFSET 位置不定" } }],
    } as const;
    const swung = { kind: "tornado", tornado: { base: 1000, swings: [{ name: "price", base: 10, low: 9, high: 11, atLow: 900, atHigh: 1100, width: 200 }] } } as const;

    const ask = async (runTornado: WhatIfDeeds["runTornado"], language: Language = "en") => {
      const shown = show(ScenariosPart, { runTornado }, language);
      const zh = language === "zh";
      await shown.user.click(screen.getByText(zh ? "龙卷风图" : "Tornado"));
      await shown.user.click(await add(zh ? "变动的输入" : "Inputs to swing", "Model!B1", language));
      shown.select("B3");
      await shown.user.click(await add(zh ? "受影响的输出" : "Output that they move", "Model!B3", language));
      await shown.user.click(screen.getByRole("button", { name: zh ? "生成龙卷风图" : "Show tornado" }));
      return shown;
    };
    const untilStopped: WhatIfDeeds["runTornado"] = async (_, __, through) => {
      if (!through) return uncompiled;
      through.watch.told(1);
      while (!through.watch.isStopped()) await new Promise((resolve) => setTimeout(resolve, 5));
      return { kind: "stopped" };
    };

    it("says what the way through the sheet takes, goes it when asked, and shows what came of it", async () => {
      const { user, announced } = await ask(async (_, __, through) => (through ? swung : uncompiled));
      expect(await screen.findByText("Model!B5: OFFSET moves about")).toBeVisible();
      expect(screen.getByText(/^Through the sheet, the workbook is recalculated 3 times\. The inputs change meanwhile/)).toBeVisible();
      expect(await obstacles()).toEqual([]);
      await user.click(screen.getByRole("button", { name: "Run through the sheet (slow)" }));
      expect(await screen.findByRole("row", { name: "price 900 1,100" })).toBeVisible();
      expect(screen.queryByText(/OFFSET moves about/)).toBeNull();
      expect(announced).toEqual([{ en: "Calculated through the sheet.", zh: "已通过工作表完成计算。" }]);
    });

    it.each(["en", "zh"] as const)("shows how far it is, is stopped by the keyboard, and may begin anew (%s)", async (language) => {
      const { user } = await ask(untilStopped, language);
      const said = language === "zh"
        ? { run: "通过工作表运行（较慢）", far: "1 / 3", stop: "停止", stopped: "已停止，工作表未变。", again: "生成龙卷风图" }
        : { run: "Run through the sheet (slow)", far: "1 of 3", stop: "Stop", stopped: "Stopped. The sheet is as it was.", again: "Show tornado" };
      await user.click(await screen.findByRole("button", { name: said.run }));
      expect(await screen.findByRole("progressbar", { name: said.far })).toBeVisible();
      expect(screen.getByRole("button", { name: said.again })).toBeDisabled();
      screen.getByRole("button", { name: said.stop }).focus();
      await user.keyboard("{Enter}");
      expect(await screen.findByText(said.stopped)).toBeVisible();
      await user.click(screen.getByRole("button", { name: said.again }));
      expect(await screen.findByRole("button", { name: said.run })).toBeVisible();
    });

    it("stops when the view closes", async () => {
      const ended = jest.fn();
      const { user, unmount } = await ask(async (...given) => {
        const answer = await untilStopped(...given);
        if (answer.kind === "stopped") ended();
        return answer;
      });
      await user.click(await screen.findByRole("button", { name: "Run through the sheet (slow)" }));
      unmount();
      await waitFor(() => expect(ended).toHaveBeenCalled());
    });

    it("says why it failed", async () => {
      const { user } = await ask(async (_, __, through) => {
        if (through) throw new Error("gone");
        return uncompiled;
      });
      await user.click(await screen.findByRole("button", { name: "Run through the sheet (slow)" }));
      expect(await screen.findByText(/gone/)).toBeVisible();
    });
  });

  it("shows the first inputs that a stress changes, how many more there are, and what the workbook lacks", async () => {
    const [stress] = stresses;
    const inputs = Array.from({ length: 8 }, (_, i) =>
      ({ input: { place: place(i), name: `demand ${i + 1}`, value: 10, isFormula: false }, base: 10, value: 7 }));
    const { user } = show(ScenariosPart, { readStresses: async () => [{ stress: stress!, inputs, missing: [said("a tariff")] }] });
    await user.click(screen.getByText("Policy stresses"));
    expect(await screen.findByText("demand 6: 10 → 7")).toBeVisible();
    expect(screen.queryByText("demand 7: 10 → 7")).toBeNull();
    expect(screen.getByText("and 2 more cells")).toBeVisible();
    expect(screen.getByText("Not among the inputs of this workbook: a tariff")).toBeVisible();
  });

  it.each(["en", "zh"] as const)("shows cases, stresses and what they need, without a barrier (%s)", async (language) => {
    show(ScenariosPart, {
      readScenarios: async () => ({
        sheet: "Scenarios", cases: ["Base", "Boom"], chosen: "Boom",
        inputs: [{ name: "price", place: price.place, values: [10, 20] }],
      }),
    }, language);
    expect(await screen.findByRole("row", { name: "price 10 20" })).toBeVisible();
    for (const summary of document.querySelectorAll("summary")) summary.parentElement!.setAttribute("open", "");
    expect(await obstacles()).toEqual([]);
  });
});
