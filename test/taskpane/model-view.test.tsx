/** @jest-environment jsdom */
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Problem } from "../../src/actions";
import type { InsertedTemplate, StandingTemplate, TemplateDeeds } from "../../src/actions/templates";
import type { Language, Texts } from "../../src/refusal";
import ModelView from "../../src/taskpane/model/model-view";
import { TemplateDeedsContext } from "../../src/taskpane/model/template-deeds";
import { templates } from "../../src/templates";
import { obstacles } from "./axe";
import { renderInPane } from "./show-pane";

type Insert = TemplateDeeds["insertTemplate"];

const [first] = templates;
const standing: StandingTemplate = { key: "k", id: first!.id, title: first!.title.en, sheets: ["Stress test", "Stress inputs"] };

function show(given: Partial<TemplateDeeds> = {}, language: Language = "en", hasWorkbook = true) {
  const announced: Texts[] = [];
  const refuse = (): never => {
    throw new Error("not expected");
  };
  const deeds: TemplateDeeds = {
    insertTemplate: refuse, readLoss: refuse, readTemplates: async () => [], removeTemplate: refuse, ...given,
  };
  const part = (
    <TemplateDeedsContext.Provider value={deeds}>
      <ModelView searchAsked={1} part="templates" />
    </TemplateDeedsContext.Provider>
  );
  renderInPane(part, language, { hasWorkbook, supports: () => true }, (texts) => void announced.push(texts));
  return { user: userEvent.setup(), announced };
}

const createButton = () => screen.getByRole("button", { name: `Create in this workbook: ${first!.title.en}` });

describe("the templates", () => {
  it.each(["en", "zh"] as const)("say each its question, needs and sheets, without a barrier (%s)", async (language) => {
    const { user } = show({ readTemplates: async () => [standing] }, language);
    await screen.findByText(standing.sheets.join(language === "en" ? ", " : "、"));
    for (const { title, question, needs, sheets } of templates) {
      const card = screen.getByText(question[language]).closest("li")!;
      expect(within(card).getByRole("heading", { name: title[language] })).toBeVisible();
      await user.click(card.querySelector("summary")!);
      const items = within(card).getAllByRole("listitem").map(({ textContent }) => textContent);
      expect(items).toEqual([...needs, ...sheets.map(({ name }) => name)].map((text) => text[language]));
    }
    expect(await obstacles()).toEqual([]);
  });

  it("are created in the language of the pane, with progress, and then listed", async () => {
    let finish: (result: InsertedTemplate) => void = () => undefined;
    const readTemplates = jest.fn(async () => [standing]).mockResolvedValueOnce([]);
    const insertTemplate = jest.fn<ReturnType<Insert>, Parameters<Insert>>((_template, _language, _supports, told) => {
      told!(3, 9);
      return new Promise((resolve) => (finish = resolve));
    });
    const { user, announced } = show({ insertTemplate, readTemplates });
    await user.click(createButton());
    expect(await screen.findByRole("progressbar", { name: "Creating…" })).toHaveAttribute("value", "3");
    expect(createButton()).toBeDisabled();
    finish({ title: "Stress", sheets: ["A", "B"], leftOut: ["charts"] });
    expect(await screen.findByText(/Left out.*charts/)).toBeVisible();
    expect(await screen.findByRole("region", { name: "In this workbook" })).toHaveTextContent("Stress test, Stress inputs");
    expect(screen.queryByRole("progressbar")).toBeNull();
    expect(announced).toEqual([expect.objectContaining({ en: "Created Stress on 2 new sheets." })]);
    expect(insertTemplate.mock.calls[0]!.slice(0, 2)).toEqual([first, "en"]);
  });

  it("say why one could not be created", async () => {
    const said = (en: string): Texts => ({ en, zh: en });
    const { user } = show({
      insertTemplate: async () => {
        throw new Problem(said("Nothing was changed."), said("The workbook is protected."), said("Remove the protection."));
      },
    });
    await user.click(createButton());
    expect(await screen.findByText(/The workbook is protected/)).toBeVisible();
    expect(createButton()).toBeEnabled();
  });

  it("are removed only after saying what would be lost", async () => {
    const removeTemplate = jest.fn(async () => []);
    const readTemplates = jest.fn(async (): Promise<StandingTemplate[]> => []).mockResolvedValueOnce([standing]);
    const { user, announced } = show({
      readTemplates,
      removeTemplate,
      readLoss: async () => ({ changed: ["Stress inputs"], referring: ["Sheet1!B2"] }),
    });
    await user.click(await screen.findByRole("button", { name: /^Remove: / }));
    expect(await screen.findByText(/This deletes the sheets Stress test, Stress inputs/)).toBeVisible();
    expect(screen.getByText(/Changed since.*Stress inputs.*Sheet1!B2/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Keep" }));
    expect(removeTemplate).not.toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: /^Remove: / }));
    await user.click(await screen.findByRole("button", { name: "Remove" }));
    expect(removeTemplate).toHaveBeenCalledWith("k", expect.any(Function));
    expect(announced).toEqual([expect.objectContaining({ en: `Removed ${first!.title.en}.` })]);
    expect(screen.queryByRole("region", { name: "In this workbook" })).toBeNull();
  });

  it("can be read, but not created, where there is no workbook", () => {
    show({}, "en", false);
    expect(screen.getByText(/Open this pane in Excel/)).toBeVisible();
    expect(screen.queryByRole("button", { name: /^Create/ })).toBeNull();
  });
});
