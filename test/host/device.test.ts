/** @jest-environment jsdom */
import { pickFile, today } from "../../src/host/device";

const picker = (): HTMLInputElement => document.querySelector("input[type=file]")!;

describe("the file picker", () => {
  it("hands over the file that the user chooses, and leaves nothing behind", async () => {
    const asked = pickFile(".csv,.xlsx");
    expect(picker().accept).toBe(".csv,.xlsx");
    const file = { name: "a.csv", arrayBuffer: async () => Uint8Array.of(1, 2).buffer };
    Object.defineProperty(picker(), "files", { value: [file] });
    picker().dispatchEvent(new Event("change"));
    expect(await asked).toEqual({ name: "a.csv", bytes: Uint8Array.of(1, 2) });
    expect(picker()).toBeNull();
  });

  it("hands over nothing when the user thinks better of it", async () => {
    const asked = pickFile(".csv");
    picker().dispatchEvent(new Event("cancel"));
    expect(await asked).toBeUndefined();
  });
});

it("tells the day by the calendar of the device, also shortly after midnight", () => {
  jest.useFakeTimers({ now: new Date(2026, 0, 5, 0, 10) });
  expect(today()).toBe("2026-01-05");
  jest.useRealTimers();
});
