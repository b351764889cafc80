import { strToU8, zipSync } from "fflate";
import { choose, fileOf, save } from "./files";
import { newContext, openWorkbook, read, ready, write } from "./opened";

const model = [["Output", "Capacity", "Utilisation"], [80, 100, "=POLICY.CAPACITY_UTIL(A2,B2)"]];

describe("saving", () => {
  it("hands over a file that opens again as the same workbook", async () => {
    const { page, complaints } = await openWorkbook();
    await write(page, "A1:C2", model);
    await page.getByLabel("File name").fill("Anhui");
    await page.getByLabel("File name").press("Enter");
    const file = await save(page);
    expect(file.name).toBe("Anhui.xlsx");
    await page.getByText("No unsaved changes").waitFor();

    const other = await openWorkbook();
    await choose(other.page, file);
    await other.page.locator("input[value='Anhui.xlsx']").waitFor();
    expect(await read(other.page, "A1:C2", "formulas")).toEqual(model);
    expect(await read(other.page, "C2")).toEqual([[0.8]]);
    expect([...complaints, ...other.complaints]).toEqual([]);
  });
});

describe("a file that is no workbook", () => {
  const bomb = zipSync({ "xl/workbook.xml": new Uint8Array(200 * 2 ** 20) }, { level: 9 });
  const outside = zipSync({ "../../etc/passwd": strToU8("root") });

  it.each([
    ["text", strToU8("not a workbook"), "not an Excel workbook"],
    ["the beginning of a zip file", strToU8("PK\u0003\u0004"), "damaged"],
    ["nothing at all", new Uint8Array(), "not an Excel workbook"],
    ["a zip bomb", bomb, "larger than|zip bomb"],
    ["paths out of the file", outside, "outside the file|not an Excel"],
  ])("(%s) gets a message and leaves the open workbook as it was", async (_kind, bytes, reason) => {
    const { page, complaints } = await openWorkbook();
    await write(page, "A1:C2", model);
    await choose(page, fileOf("broken.xlsx", bytes));
    await page.getByRole("button", { name: "Go on without saving" }).click();
    const message = page.locator(".fui-MessageBar");
    await message.waitFor();
    expect(await message.innerText()).toMatch(new RegExp(`The workbook was not opened\\.[^]*(${reason})`));
    expect(await read(page, "A1:C2", "formulas")).toEqual(model);
    expect(await page.getByLabel("File name").inputValue()).toBe("Workbook.xlsx");
    expect(complaints).toEqual([]);
  });
});

describe("a file dropped on the page", () => {
  it("is opened", async () => {
    const first = await openWorkbook();
    await write(first.page, "A1", [["from a file"]]);
    const { buffer: bytes } = await save(first.page);
    const { page } = await openWorkbook();
    const data = await page.evaluateHandle((held) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(held)], "dropped.xlsx"));
      return transfer;
    }, [...bytes]);
    await page.dispatchEvent("#sheet", "dragenter", { dataTransfer: data });
    await page.getByText("Drop the workbook to open it").waitFor();
    await page.dispatchEvent("#sheet", "drop", { dataTransfer: data });
    await page.locator("input[value='dropped.xlsx']").waitFor();
    expect(await read(page, "A1")).toEqual([["from a file"]]);
  });
});

describe("unsaved work", () => {
  it("is not replaced without asking, and stays at hand", async () => {
    const { page } = await openWorkbook();
    await write(page, "A1", [["precious"]]);
    await page.getByRole("button", { name: "New", exact: true }).click();
    await page.getByRole("button", { name: "Cancel" }).click();
    expect(await read(page, "A1")).toEqual([["precious"]]);

    await page.getByRole("button", { name: "New", exact: true }).click();
    await page.getByRole("button", { name: "Go on without saving" }).click();
    await page.getByText("No unsaved changes").waitFor();
    expect(await read(page, "A1")).toEqual([[""]]);

    await page.getByRole("button", { name: "Earlier…" }).click();
    await page.getByRole("button", { name: "Open Workbook.xlsx" }).click();
    await page.getByText("Kept in this browser").waitFor();
    expect(await read(page, "A1")).toEqual([["precious"]]);
  });

  it("goes for good only at the second press", async () => {
    const { page } = await openWorkbook();
    await write(page, "A1", [["precious"]]);
    await page.getByRole("button", { name: "New", exact: true }).click();
    await page.getByRole("button", { name: "Go on without saving" }).click();
    await page.getByRole("button", { name: "Earlier…" }).click();
    await page.getByRole("button", { name: "Remove Workbook.xlsx" }).click();
    await page.getByRole("button", { name: "Remove for good" }).click();
    await page.getByText("There are none yet.").waitFor();
  });

  it("is saved first when the user wants so", async () => {
    const { page } = await openWorkbook();
    await write(page, "A1", [["precious"]]);
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "New", exact: true }).click();
    await page.getByRole("button", { name: "Save and go on" }).click();
    expect((await downloading).suggestedFilename()).toBe("Workbook.xlsx");
    await page.getByText("No unsaved changes").waitFor();
    expect(await read(page, "A1")).toEqual([[""]]);
  });
});

describe("a reload", () => {
  it("loses nothing, even at once after a change", async () => {
    const { page } = await openWorkbook();
    await write(page, "A1:C2", model);
    await page.reload();
    await ready(page);
    expect(await read(page, "A1:C2", "formulas")).toEqual(model);
    expect(await read(page, "C2")).toEqual([[0.8]]);
  });

  it("shows an opened file again, without calling it changed", async () => {
    const first = await openWorkbook();
    await write(first.page, "A1:C2", model);
    const file = await save(first.page);
    const { page } = await openWorkbook();
    await choose(page, { ...file, name: "model.xlsx" });
    await page.locator("input[value='model.xlsx']").waitFor();
    await page.reload();
    await ready(page);
    await page.locator("input[value='model.xlsx']").waitFor();
    await page.getByText("No unsaved changes").waitFor();
    expect(await read(page, "C2")).toEqual([[0.8]]);
  });
});

describe("a second tab", () => {
  it("starts a workbook of its own, and says so", async () => {
    const context = await newContext();
    const first = await openWorkbook(context);
    await write(first.page, "A1", [["first"]]);
    await first.page.getByText("Kept in this browser").waitFor();
    const second = await openWorkbook(context);
    await second.page.getByText("Another tab is at work on Workbook.xlsx.").waitFor();
    await write(second.page, "A1", [["second"]]);
    await second.page.getByText("Kept in this browser").waitFor();
    await Promise.all([first.page.reload(), second.page.reload()]);
    await Promise.all([ready(first.page), ready(second.page)]);
    expect(await read(first.page, "A1")).toEqual([["first"]]);
    expect(await read(second.page, "A1")).toEqual([["second"]]);
  });

  it("that is opened after the first was closed goes on with its workbook", async () => {
    const context = await newContext();
    const first = await openWorkbook(context);
    await write(first.page, "A1", [["first"]]);
    await first.page.getByText("Kept in this browser").waitFor();
    await first.page.close();
    const second = await openWorkbook(context);
    expect(await read(second.page, "A1")).toEqual([["first"]]);
  });
});

describe("a browser without storage", () => {
  it("says that a reload would lose the work", async () => {
    const context = await newContext();
    await context.addInitScript(() => {
      indexedDB.open = () => {
        throw new DOMException("denied", "SecurityError");
      };
    });
    const { page } = await openWorkbook(context);
    await write(page, "A1", [["kept nowhere"]]);
    await page.getByText("Not kept: the browser allows no storage").waitFor();
  });
});
