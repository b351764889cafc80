/** @jest-environment jsdom */
import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { PortableOutcome, ShareDeeds, Watch } from "../../src/actions/share";
import { Problem } from "../../src/actions/problem";
import type { Language, Texts } from "../../src/refusal";
import type { Check } from "../../src/sharing/check";
import type { Finding } from "../../src/sharing/finding";
import { passportOf } from "../../src/sharing/passport";
import { portablePlan } from "../../src/sharing/portable/plan";
import ShareView from "../../src/taskpane/share/share-view";
import { ShareDeedsContext } from "../../src/taskpane/share/share-deeds";
import { planOf } from "../sharing/portable/books";
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
    makePortable: refuse, previewPortable: refuse,
    repairFormulas: refuse, restoreFormulas: refuse, scrubWorkbook: refuse,
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
    expect(announced).toEqual([{ en: "0 errors, 1 warning, 1 note", zh: "错误 0，警告 1，提示 1" }]);
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

/** Two that have a native form in old Excel, and one that has none. */
const plan = portablePlan(planOf([
  "=POLICY.CAPACITY_UTIL(A1,B1)", "=POLICY.CAPACITY_UTIL(A2,B2)", "=POLICY.NET_BETWEENNESS(A1:B2)",
]), { recipient: "excel2016", language: "en" });
const previewPortable = async () => ({ plan, stuck: [] });
const copied: PortableOutcome = { kind: "made", plan, agreement: { formulas: 2, largest: 2e-15 }, sheets: [] };

describe("what is sent", () => {
  it("is shown before it is made, formula by formula", async () => {
    const { user } = show({ previewPortable }, "en", "send");
    expect(await screen.findByText(/^3 formulas: 2 to native formulas, 1 to values \(.+\)\.$/)).toBeVisible();
    await user.click(screen.getByText("Details"));
    expect(screen.getByText("Plan!E3").closest("li")).toHaveTextContent(/Becomes its value: /);
    expect(screen.getByText("Plan!E1").closest("li")).toHaveTextContent("=POLICY.CAPACITY_UTIL(A1,B1)");
  });

  it("is made for whom the keyboard chooses, and proved", async () => {
    const makePortable = jest.fn(async () => copied);
    const preview = jest.fn(previewPortable);
    const { user, announced } = show({ previewPortable: preview, makePortable }, "en", "send");
    await screen.findByText("Details");
    act(() => screen.getByRole("radio", { name: "Excel 2016–2021" }).focus());
    await user.keyboard("{ArrowDown}{Tab}{ArrowDown}");
    await screen.findByText("Details");
    const wish = { recipient: "wps", into: "sheets", language: "en" };
    expect(preview).toHaveBeenLastCalledWith(wish);
    await user.click(screen.getByRole("button", { name: "Make portable copy" }));
    expect(await screen.findByText(/2 of 2 formulas .+ \(largest relative difference 2e−15\)/)).toBeVisible();
    expect(makePortable).toHaveBeenCalledWith(wish, expect.any(Function), expect.anything());
    expect(announced[0]!.zh).toMatch(/^2 个公式中 2 个/);
  });

  it("is not made where it differs, which is said cell by cell", async () => {
    const differences = [{ sheet: "Plan", cell: "E1", before: 0.25, after: { error: "#NUM!" } }];
    const { user } = show({ previewPortable, makePortable: async () => ({ kind: "differs", plan, differences }) }, "en", "send");
    await screen.findByText("Details");
    await user.click(screen.getByRole("button", { name: "Make portable copy" }));
    expect(await screen.findByText("Nothing was made: 1 cell would show another result.")).toBeVisible();
    expect(screen.getByText(/0.25 → #NUM!/)).toBeVisible();
  });

  it("can be stopped while it is made", async () => {
    const makePortable = (_wish: unknown, _supports: unknown, watch?: Watch) => new Promise<never>((_, reject) => {
      watch!.told(120);
      const timer = setInterval(() => {
        if (!watch!.isStopped()) return;
        clearInterval(timer);
        reject(new Problem(said("Stopped."), said("No copy was made."), said("Make it again.")));
      }, 5);
    });
    const { user } = show({ previewPortable, makePortable }, "en", "send");
    await screen.findByText("Details");
    await user.click(screen.getByRole("button", { name: "Make portable copy" }));
    expect(await screen.findByText("120 rows written")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Stop" }));
    expect(await screen.findByText(/No copy was made/)).toBeVisible();
    expect(screen.getByRole("button", { name: "Make portable copy" })).toBeEnabled();
  });

  it("needs no copy where nothing calls us", async () => {
    const none = portablePlan(planOf(["=A1+1"]), { recipient: "excel2016", language: "en" });
    show({ previewPortable: async () => ({ plan: none, stuck: [] }) }, "en", "send");
    expect(await screen.findByText(/can be sent as it is/)).toBeVisible();
    expect(screen.getByRole("button", { name: "Make portable copy" })).toBeDisabled();
  });
});

describe("what comes back", () => {
  it("gets its formulas again, and says which were left and why", async () => {
    const area = { row: 0, column: 4, rows: 1, columns: 1 };
    const restored = [{ ...area, sheet: "Plan", formula: "=POLICY.CAPACITY_UTIL(A1,B1)" }];
    const left = [{ place: "Plan!E3", original: "=POLICY.NET_BETWEENNESS(A1:B2)", why: said("was edited") }];
    const restoreFormulas = async () => ({ content: planOf([]), restored, inputs: [], left });
    const { user } = show({ previewPortable, restoreFormulas }, "en", "send");
    await user.click(await screen.findByRole("button", { name: "Restore originals" }));
    expect(await screen.findByText("1 original formula is back, 1 not.")).toBeVisible();
    expect(screen.getByText("was edited").closest("li")).toHaveTextContent("Plan!E3");
  });

  it("is repaired where formulas are stuck, but not on protected sheets", async () => {
    const stuck = { sheet: "Plan", address: "E1", formula: "=POLICY.CAPACITY_UTIL(A1,B1)" };
    const repairFormulas = async () => ({ repaired: [stuck], protected: [{ ...stuck, sheet: "Locked sheet" }] });
    const { user } = show({ previewPortable: async () => ({ plan, stuck: [stuck, stuck] }), repairFormulas }, "en", "send");
    await user.click(await screen.findByRole("button", { name: "Repair #NAME? formulas (2)" }));
    expect(await screen.findByText("1 formula was entered anew, 1 not.")).toBeVisible();
    expect(screen.getByText("'Locked sheet'!E1")).toBeVisible();
  });
});

describe.each(["en", "zh"] as const)("the view in %s", (language) => {
  it("has no obstacle for anybody", async () => {
    const { user } = show({
      checkWorkbook: checking({ findings: [finding, hidden], ignored: [{ finding, reason: "x" }] }),
      previewPortable, makePortable: async () => copied,
    }, language);
    await user.click(screen.getByRole("button", { name: /Run check|开始检查/ }));
    await screen.findAllByRole("listitem");
    expect(await obstacles()).toEqual([]);
    await user.click(screen.getByRole("button", { name: /^Passport|^护照/ }));
    await screen.findByText("HHI_INDEX");
    expect(await obstacles()).toEqual([]);
    await user.click(screen.getByRole("button", { name: /^Send|^发送/ }));
    await user.click(await screen.findByText(/^(Details|详情)$/));
    await user.click(screen.getByRole("button", { name: /^Make portable|^制作/ }));
    await screen.findByText(/2e−15/);
    expect(await obstacles()).toEqual([]);
  });
});
