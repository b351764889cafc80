import { searchIndex } from "../../src/taskpane/search/search-index";
import { pinyinTerms } from "../../src/taskpane/search/pinyin";

const findables = [
  {
    id: "LOC_QUOTIENT",
    names: ["LOC_QUOTIENT", "Location quotient", "区位商"],
    words: ["regional share against national share"],
  },
  {
    id: "CAPACITY_UTIL",
    names: ["CAPACITY_UTIL", "Capacity utilisation", "产能利用率"],
    words: ["output as a share of capacity"],
  },
  {
    id: "HHI_INDEX",
    names: ["HHI_INDEX", "Herfindahl–Hirschman index", "赫芬达尔—赫希曼指数（HHI）"],
    words: ["concentration", "集中度"],
  },
];

const find = searchIndex(findables, pinyinTerms);

describe("the search", () => {
  it.each([
    ["location", "LOC_QUOTIENT"],
    ["capac", "CAPACITY_UTIL"],
    ["Capacity Utilization", "CAPACITY_UTIL"],
    ["hhi", "HHI_INDEX"],
    ["HHI_INDEX", "HHI_INDEX"],
    ["herfindal", "HHI_INDEX"],
    ["区位商", "LOC_QUOTIENT"],
    ["利用率", "CAPACITY_UTIL"],
    ["集中", "HHI_INDEX"],
    ["qws", "LOC_QUOTIENT"],
    ["cnlyl", "CAPACITY_UTIL"],
    ["lyl", "CAPACITY_UTIL"],
    ["channengliyong", "CAPACITY_UTIL"],
    ["QuWei", "LOC_QUOTIENT"],
  ])("finds by %s", (query, id) => expect(find(query)[0]).toBe(id));

  it("finds only what holds all the words", () => expect(find("capacity concentration")).toEqual([]));

  it("puts a name before a mention", () => {
    const both = searchIndex([
      { id: "mention", names: ["Gate"], words: ["capacity"] },
      { id: "name", names: ["Capacity"], words: ["gate"] },
    ]);
    expect(both("capacity")).toEqual(["name", "mention"]);
  });

  it("works before pinyin is there", () => {
    const plain = searchIndex(findables);
    expect(plain("区位商")).toEqual(["LOC_QUOTIENT"]);
    expect(plain("qws")).toEqual([]);
  });

  it("takes any text without failing", () => {
    for (const query of ["", "(", '"', "*", "商", "x".repeat(500), "😀"]) expect(Array.isArray(find(query))).toBe(true);
  });
});
