/** @jest-environment jsdom */
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ShareDeeds } from "../../src/actions/share";
import type { Language, Texts } from "../../src/refusal";
import type { Check } from "../../src/sharing/check";
import type { Finding } from "../../src/sharing/finding";
import { passportOf } from "../../src/sharing/passport";
import ShareView from "../../src/taskpane/share/share-view";
import { ShareDeedsContext } from "../../src/taskpane/share/share-deeds";
import { sheet, workbook } from "../sharing/sheets";
import { obstacles } from "./axe";
import { renderInPane } from "./show-pane";

const said = (en: string): Texts => ({ en, zh: `${en}（中）` });
const finding: Finding = {
  rule: "typed-over", level: "warning", sheet: "Model", address: "D2", what: said("A number stands in D2"),
  why: said("The others calculate"), about: "7", fix: { text: said("Fill in"), cells: [{ address: "D2", formula: "=D1*2" }] },
};
const hidden: Finding = { ...finding, rule: "hidden-sheet", level: "note", address: "", what: said("A sheet is hidden"), fix: undefined };
const made = passportOf(workbook(sheet("Model", { A1: "=POLICY.HHI_INDEX(B1:B3)" })), { owner: "Commission" }, "1.2.3");

function show(given: Partial<ShareDeeds>, language: Language = "en", asked = "check") {
  const announced: Texts[] = [];
  const refuse = (): never => {
    throw new Error("not expected");
  };
  const deeds: ShareDeeds = {
    acceptFinding: refuse, applyFix: refuse, checkWorkbook: refuse, goTo: refuse, readPassport: async () => made,
    makePortable: refuse, repairFormulas: refuse, restoreFormulas: refuse, scrubWorkbook: refuse,
    workbookTraces: async () => [], writePassport: refuse, ...given,
  };
  const part = (
    <ShareDeedsContext.Provider value={deeds}>
      <ShareView searchAsked={1} part={asked} />
    </ShareDeedsContext.Provider>
  );
  const surroundings = { hasWorkbook: true, version: "1.2.3", supports: () => true, focusGrid: () => undefined };
  renderInPane(part, language, surroundings, (texts) => void announced.push(texts));
  return { user: userEvent.setup(), announced };
}

const checking = (...answers: Check[]) => jest.fn(async () => answers.length > 1 ? answers.shift()! : answers[0]!);

describe("the check", () => {
  it("lists findings with what, why and deeds, and says how many", async () => {
    const { user, announced } = show({ checkWorkbook: checking({ findings: [finding, hidden], ignored: [] }) });
    await user.click(screen.getByRole("button", { name: "Run check" }));
    const [first, second] = await screen.findAllByRole("listitem");
    expect(within(first!).getByText("The others calculate")).toBeVisible();
    expect(within(first!).getByRole("button", { name: "Go: Model!D2" })).toBeVisible();
    expect(within(second!).queryByRole("button", { name: /^Go/ })).toBeNull();
    expect(announced).toEqual([{ en: "0 errors, 1 warnings, 1 notes", zh: "错误 0，警告 1，提示 1" }]);
  });

  it("mends what can be mended, then checks again", async () => {
    const applyFix = jest.fn(async () => undefined);
    const checkWorkbook = checking({ findings: [finding], ignored: [] }, { findings: [], ignored: [] });
    const { user } = show({ applyFix, checkWorkbook });
    await user.click(screen.getByRole("button", { name: "Run check" }));
    await user.click(await screen.findByRole("button", { name: "Fill in" }));
    expect(await screen.findByText("Nothing found.")).toBeVisible();
    expect(applyFix).toHaveBeenCalledWith("Model", finding.fix, expect.any(Function));
  });

  it("accepts a finding with a reason only, by the keyboard, and takes that back", async () => {
    const acceptFinding = jest.fn(async () => undefined);
    const checkWorkbook = checking({ findings: [finding], ignored: [] }, { findings: [], ignored: [{ finding, reason: "agreed" }] });
    const { user } = show({ acceptFinding, checkWorkbook });
    await user.click(screen.getByRole("button", { name: "Run check" }));
    await user.click(await screen.findByRole("button", { name: /^Accept/ }));
    expect(screen.getByRole("button", { name: "Keep reason" })).toBeDisabled();
    await user.keyboard("agreed{Tab}{Enter}");
    expect(acceptFinding).toHaveBeenCalledWith(finding, "agreed", expect.any(Function));
    await user.click(await screen.findByRole("button", { name: /^Count it again/ }));
    expect(acceptFinding).toHaveBeenLastCalledWith(finding, undefined, expect.any(Function));
  });

  it("says what went wrong", async () => {
    const { user } = show({ checkWorkbook: () => Promise.reject(new Error("gone")) });
    await user.click(screen.getByRole("button", { name: "Run check" }));
    expect(await screen.findByText(/gone/)).toBeVisible();
  });
});

describe("the passport", () => {
  it("asks what the workbook does not tell, and writes the answers", async () => {
    const writePassport = jest.fn(async () => ({ sheet: "Model passport", address: "A1:B9" }));
    const { user } = show({ writePassport }, "en", "passport");
    expect(await screen.findByText("HHI_INDEX")).toBeVisible();
    await user.type(screen.getByRole("textbox", { name: "Purpose" }), "Which plant?");
    await user.click(screen.getByRole("checkbox", { name: "In English and Chinese" }));
    await user.click(screen.getByRole("button", { name: "Write passport sheet" }));
    expect(writePassport).toHaveBeenCalledWith(
      { owner: "Commission", purpose: "Which plant?" }, "1.2.3", ["en", "zh"], expect.any(Function),
    );
  });
});

describe("what is taken out", () => {
  it("is chosen item by item, with a warning before sheets go", async () => {
    const scrubWorkbook = jest.fn(async () => undefined);
    const workbookTraces = async () => [
      { trace: "authors", what: said("Li Ming") } as const, { trace: "hidden-sheets", what: said("Old"), stays: said("Rates") } as const,
    ];
    const { user } = show({ scrubWorkbook, workbookTraces }, "en", "traces");
    await user.click(screen.getByRole("button", { name: "Clean" }));
    expect(await screen.findByRole("button", { name: "Take out" })).toBeDisabled();
    await user.click(screen.getByRole("checkbox", { name: "Hidden sheets: Old" }));
    expect(screen.getByText(/do not come back/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Take out" }));
    expect(scrubWorkbook).toHaveBeenCalledWith(["hidden-sheets"], expect.any(Function));
  });
});

describe.each(["en", "zh"] as const)("the view in %s", (language) => {
  it("has no obstacle for anybody", async () => {
    const { user } = show({ checkWorkbook: checking({ findings: [finding, hidden], ignored: [{ finding, reason: "x" }] }) }, language);
    await user.click(screen.getByRole("button", { name: /Run check|开始检查/ }));
    await screen.findAllByRole("listitem");
    expect(await obstacles()).toEqual([]);
    await user.click(screen.getByRole("button", { name: /^Passport|^护照/ }));
    await screen.findByText("HHI_INDEX");
    expect(await obstacles()).toEqual([]);
  });
});
