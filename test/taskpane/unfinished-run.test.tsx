/** @jest-environment jsdom */
import { screen, waitFor } from "@testing-library/react";
import { Problem } from "../../src/actions";
import type { CutOffInput } from "../../src/actions/unfinished-run";
import { obstacles } from "./axe";
import { showPane } from "./show-pane";

const price: CutOffInput = { place: "Model!B1", before: "=5*2", now: 12 };
const many = Array.from({ length: 11 }, (_, i): CutOffInput => ({ place: `Model!B${i + 1}`, before: i, now: 12 }));

const title = "A run through the sheet was cut off.";

describe("a workbook whose run was cut off", () => {
  it("is told of with each input, which go back at a click", async () => {
    const putInputsBack = jest.fn(async () => undefined);
    const deeds = { readUnfinishedRun: async () => [price, { place: "Old!C3", before: 4 }], putInputsBack };
    const { user } = await showPane({ deeds });
    expect(await screen.findByText("Model!B1: before =5*2, now 12")).toBeVisible();
    expect(screen.getByText("Old!C3: before 4; its sheet is gone")).toBeVisible();
    expect(await obstacles()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Put them back" }));
    await waitFor(() => expect(screen.queryByText(title)).toBeNull());
    expect(putInputsBack).toHaveBeenCalledTimes(1);
    expect(screen.getByText("The inputs are as they were before the run.")).toBeVisible();
  });

  it("may keep its inputs as they stand", async () => {
    const keepInputs = jest.fn(async () => undefined);
    const { user } = await showPane({ language: "zh", deeds: { readUnfinishedRun: async () => [price], keepInputs } });
    expect(await screen.findByText("Model!B1：原为 =5*2，现为 12")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "保留现值" }));
    await waitFor(() => expect(screen.queryByText("通过工作表的运行被中断。")).toBeNull());
    expect(keepInputs).toHaveBeenCalledTimes(1);
  });

  it("is still told of when its inputs could not be put back, with the reason", async () => {
    const why = { en: "The sheet is protected.", zh: "工作表受保护。" };
    const putInputsBack = async (): Promise<void> => {
      throw new Problem(why, why, why);
    };
    const { user } = await showPane({ deeds: { readUnfinishedRun: async () => [price], putInputsBack } });
    await user.click(await screen.findByRole("button", { name: "Put them back" }));
    expect(await screen.findAllByText(/The sheet is protected/)).not.toHaveLength(0);
    expect(screen.getByText(title)).toBeVisible();
  });

  it("names eight inputs and counts the others", async () => {
    await showPane({ deeds: { readUnfinishedRun: async () => many } });
    expect(await screen.findByText("and 3 more")).toBeVisible();
    expect(screen.getAllByText(/: before/)).toHaveLength(8);
  });
});

describe("any other workbook", () => {
  it("is told of with no word", async () => {
    await showPane();
    await screen.findByRole("searchbox");
    expect(screen.queryByText(title)).toBeNull();
  });
});
