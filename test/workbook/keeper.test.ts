import { Keeper, type Keeping } from "../../src/workbook/keeper";

jest.useFakeTimers();

function keeper(keep: () => Promise<void>): { keeper: Keeper; reported: Keeping[] } {
  const reported: Keeping[] = [];
  return { keeper: new Keeper(keep, (keeping) => reported.push(keeping)), reported };
}

describe("keeping a workbook in the browser", () => {
  it("waits until nothing has changed for a quarter of a second", async () => {
    const keep = jest.fn(() => Promise.resolve());
    const { keeper: one, reported } = keeper(keep);
    one.changed();
    await jest.advanceTimersByTimeAsync(200);
    one.changed();
    await jest.advanceTimersByTimeAsync(200);
    expect(keep).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(50);
    expect(keep).toHaveBeenCalledTimes(1);
    expect(reported).toEqual(["pending", "pending", "kept"]);
  });

  it("is not put off by steady work for more than two seconds", async () => {
    const keep = jest.fn(() => Promise.resolve());
    const { keeper: one } = keeper(keep);
    for (let passed = 0; passed < 2100; passed += 100) {
      one.changed();
      await jest.advanceTimersByTimeAsync(100);
    }
    expect(keep).toHaveBeenCalledTimes(1);
  });

  it("waits longer where keeping takes long", async () => {
    const keep = jest.fn(() => new Promise<void>((resolve) => setTimeout(resolve, 500)));
    const { keeper: one } = keeper(keep);
    one.changed();
    await jest.advanceTimersByTimeAsync(750);
    one.changed();
    await jest.advanceTimersByTimeAsync(2000);
    expect(keep).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(250);
    expect(keep).toHaveBeenCalledTimes(2);
  });

  it("keeps at once when asked to, and once only", async () => {
    const keep = jest.fn(() => Promise.resolve());
    const { keeper: one } = keeper(keep);
    one.changed();
    await one.flush();
    await jest.advanceTimersByTimeAsync(5000);
    expect(keep).toHaveBeenCalledTimes(1);
  });

  it("does nothing when nothing has changed", async () => {
    const keep = jest.fn(() => Promise.resolve());
    await keeper(keep).keeper.flush();
    expect(keep).not.toHaveBeenCalled();
  });

  it.each([
    ["full", new DOMException("no room", "QuotaExceededError")],
    ["denied", new DOMException("not allowed", "SecurityError")],
  ] as const)("says that storage is %s, and tries again at the next change", async (expected, error) => {
    const keep = jest.fn(() => Promise.reject(error));
    const { keeper: one, reported } = keeper(keep);
    one.changed();
    await one.flush();
    expect(reported).toEqual(["pending", expected]);
    one.changed();
    await jest.advanceTimersByTimeAsync(2000);
    expect(keep).toHaveBeenCalledTimes(2);
  });
});
