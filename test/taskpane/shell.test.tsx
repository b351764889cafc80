/** @jest-environment jsdom */
import { screen, within } from "@testing-library/react";
import type { Deeds } from "../../src/actions";
import { obstacles } from "./axe";
import { selection, showPane } from "./show-pane";

describe("the pane", () => {
  it("opens on its functions", async () => {
    await showPane();
    expect(screen.getByRole("heading", { name: "Industry Policy" })).toBeVisible();
    expect(screen.getByRole("tab", { name: "Functions" })).toHaveAttribute("aria-selected", "true");
    expect(screen.getByText(/Works offline · v1.2.3/)).toBeVisible();
  });

  it("moves between its tabs with the arrow keys, and keeps what was typed in each", async () => {
    const { user } = await showPane();
    await user.type(screen.getByRole("searchbox", { name: "Search functions" }), "hhi");
    await user.click(screen.getByRole("tab", { name: "Functions" }));
    await user.keyboard("{ArrowRight}");
    expect(await screen.findByRole("searchbox", { name: "Search data" })).toBeVisible();
    await user.keyboard("{ArrowLeft}");
    expect(screen.getByRole("searchbox", { name: "Search functions" })).toHaveValue("hhi");
  });

  it("changes its language at once", async () => {
    const { user } = await showPane();
    await user.click(screen.getByRole("button", { name: "切换为中文" }));
    expect(screen.getByRole("tab", { name: "函数" })).toBeVisible();
    expect(screen.getByText("产能利用得怎么样")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Switch to English" }));
    expect(screen.getByRole("tab", { name: "Functions" })).toBeVisible();
  });

  it("welcomes once", async () => {
    const { user, kept } = await showPane({ kept: { welcomed: "" } });
    const [promise] = await screen.findAllByText("✓", { selector: "li:first-child > span" });
    expect(promise!.parentElement).toHaveTextContent("Works offline");
    await user.click(screen.getByRole("button", { name: /Find a function/ }));
    expect(await screen.findByRole("searchbox")).toHaveFocus();
    expect(kept.welcomed).toBe("yes");
  });

  it("inserts a sample at one click, and goes on to the functions", async () => {
    const insertCells: Deeds["insertCells"] = async () => ({
      kind: "inserted",
      place: { sheet: "Sample", address: "A1:C12" },
    });
    const { user, kept } = await showPane({ kept: { welcomed: "" }, deeds: { insertCells } });
    await user.click(await screen.findByRole("button", { name: /Try it/ }));
    expect(await screen.findByText("Inserted the sample at Sample!A1:C12.")).toBeVisible();
    expect(await screen.findByRole("searchbox")).toBeVisible();
    expect(kept.welcomed).toBe("yes");
  });

  it("shows the welcome page again, help and about from its menu", async () => {
    const { user } = await showPane();
    const choose = async (name: string): Promise<void> => {
      await user.click(screen.getByRole("button", { name: "More" }));
      await user.click(await screen.findByRole("menuitem", { name }));
    };
    await choose("Help and shortcuts");
    expect(await screen.findByRole("heading", { name: "Help and shortcuts" })).toHaveFocus();
    await user.keyboard("{Escape}");
    await choose("About");
    expect(await screen.findByText("1.2.3")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Back" }));
    await choose("Show the welcome page");
    await user.click(await screen.findByRole("button", { name: "Skip" }));
    expect(screen.getByRole("searchbox")).toBeVisible();
  });

  it("opens the view that the ribbon asks for", async () => {
    const { openView } = await showPane();
    openView("data");
    expect(await screen.findByRole("searchbox", { name: "Search data" })).toHaveFocus();
    openView("help");
    expect(await screen.findByRole("heading", { name: "Help and shortcuts" })).toBeVisible();
    openView("functions");
    expect(screen.getByRole("searchbox", { name: "Search functions" })).toHaveFocus();
  });

  it("puts the cursor into the search box with Ctrl+/, from anywhere", async () => {
    const { user } = await showPane();
    await user.type(screen.getByRole("searchbox"), "capacity utilisation");
    await user.click(screen.getByRole("button", { name: /CAPACITY_UTIL/ }));
    await user.keyboard("{Control>}/{/Control}");
    expect(screen.getByRole("searchbox")).toHaveFocus();
  });

  it("works with the keyboard alone", async () => {
    const { user } = await showPane();
    await user.tab();
    expect(screen.getByRole("button", { name: "切换为中文" })).toHaveFocus();
    await user.tab();
    await user.tab();
    expect(screen.getByRole("tab", { name: "Functions" })).toHaveFocus();
    await user.tab();
    expect(screen.getByRole("searchbox")).toHaveFocus();
    await user.tab();
    expect(screen.getByRole("button", { name: /Check how far capacity is used/ })).toHaveFocus();
    await user.keyboard("{Enter}{Tab}{Enter}");
    expect(screen.getByRole("heading", { name: "Break-even utilisation" })).toHaveFocus();
    await user.keyboard("{Escape}");
    expect(screen.getByRole("button", { name: /BREAKEVEN_UTIL/ })).toHaveFocus();
  });

  it("has no obstacle on any page of the frame", async () => {
    const { user, openView } = await showPane({ kept: { welcomed: "" } });
    const skip = await screen.findByRole("button", { name: "Skip" });
    expect(await obstacles()).toEqual([]);
    await user.click(skip);
    await screen.findByRole("searchbox");
    await user.click(screen.getByRole("button", { name: "More" }));
    await screen.findByRole("menu");
    expect(await obstacles()).toEqual([]);
    await user.keyboard("{Escape}");
    openView("help");
    await screen.findByRole("heading", { name: "Help and shortcuts" });
    expect(await obstacles()).toEqual([]);
  });

  it("tells nothing of a workbook where there is none", async () => {
    await showPane({ hasWorkbook: false, selection: selection("A1", "=POLICY.HHI_INDEX(B1:B4)") });
    expect(within(screen.getByRole("tabpanel")).queryByRole("button", { name: /Explain/ })).toBeNull();
  });
});
