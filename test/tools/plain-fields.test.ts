import plainFields from "../../tools/plain-fields";

const helper = `
  function _defineProperty(object, key, value) {
    return Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  }
`;
const text = `${helper}
  class Cell {
    constructor(row, column) {
      _defineProperty(this, "row", row);
      _defineProperty(this, "_at", ((r, c) => [r, c])(this.row, column)), _defineProperty(this, "$none", void 0);
    }
  }
  _defineProperty(Cell, "first", new Cell(0, 0));
  return [new Cell(2, 3), Cell.first];
`;
const made = (code: string): unknown => JSON.parse(JSON.stringify((new Function(code) as () => unknown)()));

describe("Univer's fields", () => {
  it("hold the same when they are assigned", () => {
    const plain = plainFields(text);
    expect(plain).not.toContain("_defineProperty(this");
    // The constructor's own arguments, by hand.
    const cells = [{ row: 2, _at: [2, 3] }, { row: 0, _at: [0, 0] }];
    expect(made(plain)).toEqual(cells);
    expect(made(text)).toEqual(cells);
  });
});
