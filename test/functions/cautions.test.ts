import { call, callWithCautions, catalogue, find } from "../../src/functions";
import { column } from "./calling";
import { exampleArguments } from "./valid-inputs";

const cautions = (name: string, ...args: unknown[]): string[] =>
  callWithCautions(find(name)!, args).cautions.map(({ en }) => en);

const said = (name: string, ...args: unknown[]): string => cautions(name, ...args).join(" ");

const consistent = [[1, 2, 4], [1 / 2, 1, 2], [1 / 4, 1 / 2, 1]];
const contradictory = [[1, 9, 1 / 9], [1 / 9, 1, 9], [9, 1 / 9, 1]];

const regions = [[44, 63, 8, 83], [48, 42, 10, 1], [74, 54, 96, 16], [39, 26, 28, 13], [89, 61, 45, 76]];

const heavy = [[0.1, 0.5], [0.1, 0.47]];
const light = [[0.1, 0.2], [0.3, 0.4]];

describe("what should be kept in mind", () => {
  it.each<[caution: RegExp, name: string, odd: unknown[], plain: unknown[]]>([
    [/above capacity/, "CAPACITY_UTIL", [110, 100], [90, 100]],
    [/Part of a year/, "CAPACITY_UTIL", [40, 100, 6], [40, 100]],
    [/24 hours/, "STD_CAPACITY", [60, 3, 10], [60, 2, 10]],
    [/even at full use/, "BREAKEVEN_UTIL", [100, 2, 1, 90], [80, 2, 1, 90]],
    [/10,000s/, "PARTS_RATIO", [600, 224], [600, 2240385]],
    [/0.05 % of the nation/, "LOC_QUOTIENT", [1, 5, 100, 10000], [100, 500, 1000, 10000]],
    [/0.05 % of the nation/, "LQ_MATRIX", [[[1, 0], [1000, 999]]], [[[1, 2], [3, 4]]]],
    [/reverse ranks/, "TOPSIS_SCORE", [[[1, 2], [3, 4]], column([1, 1])], [[[1, 2], [1, 2]], column([1, 1])]],
    [/4 values/, "GINI_COEF", [column([1, 2, 3, 4])], [column([1, 2, 3, 4]), null, true]],
    [/0 by construction/, "RELATED_VARIETY", [column([1, 2]), column(["a", "b"])], [column([1, 2]), column(["a", "a"])]],
    [/index from 0 to 1/, "HHI_BAND", [0.26], [2600]],
    [/index from 0 to 1/, "HHI_BAND", [1], [0]],
    [/covers all/, "CONC_RATIO", [column([1, 2, 3]), 3], [column([1, 2, 3]), 2]],
    [/covers all/, "CONC_RATIO", [column([1, 2, 0]), 2], [column([1, 2, 3, 0]), 2]],
    [/swing of the local base/, "OEM_CONCENTRATION_RISK", [column([1, 2]), 0, column([1, 1])], [column([1, 2]), 0, column([1, 0.3])]],
    [/whole base/, "OEM_SHOCK_LOSS", [9, 1, 1, 0.1], [9, 1, 1]],
    [/independent/, "OEM_EXIT_LOSS", [column([9, 1]), 0.1, "sd"], [9, 0.1, "sd"]],
    [/swing of the local base/, "OEM_CONCENTRATION_RISK", [column([1, 2])], [column([1, 2]), 0, 0.3]],
    [/whole base/, "OEM_SHOCK_LOSS", [column([9, 1]), 1, 1, 0.8], [column([9, 1])]],
    [/independent/, "OEM_EXIT_LOSS", [column([9, 1]), 0.1, "tail"], [column([9, 1]), 0.1]],
    [/lower bound/, "SYSTEMIC_RISK", [[[0, 1], [1, 0]], column(["a", "b"])], [[[0, 1], [1, 0]], column(["a", "b"]), [[1, 2], [2, 1]]]],
    [/sector 2 add up to 0.97/, "LEONTIEF_INV", [heavy], [light]],
    [/sector 2 add up to 0.97/, "IO_COEF", [heavy, column([1, 1])], [light, column([1, 1])]],
    [/sector 2 add up to 0.97/, "IO_MULTIPLIER", [heavy], [light]],
    [/sector 2 add up to 0.97/, "IO_IMPACT", [heavy, column([1, 1])], [light, column([1, 1])]],
    [/sector 2 add up to 0.97/, "IO_LINKAGES", [heavy, column([1, 1])], [light, column([1, 1])]],
    [/sector 2 add up to 0.97/, "IO_EXTRACTION", [heavy, column([1, 1]), 1], [light, column([1, 1]), 1]],
    [/sector 2 add up to 0.97/, "FLQ_COEF", [heavy, column([1, 1]), column([9, 9])], [light, column([1, 1]), column([9, 9])]],
    [/in money they cannot reach 1/, "LEONTIEF_INV", [[[0, 1.05], [0.1, 0]]], [heavy]],
    [/small errors grow large/, "LEONTIEF_INV", [heavy], [[[0, 1.05], [0.1, 0]]]],
    [/10,000s/, "PARTS_GAP", [600, 224, 8], [600, 2240385, 8]],
    [/10,000s/, "PARTS_GAP", [600, 999, 8], [600, 1000, 8]],
    [/10,000s/, "PARTS_RATIO", [600, 224], [600, 224, 1]],
    [/one secondary text/, "REF_VALUE", ["CAPACITY_UTIL_NBS", "automobile manufacturing"], ["EU_CVD", "BYD"]],
    [/upper bound/, "IO_MULTIPLIER", [[[0.2]], null, 2, 0.3, 0.4], [[[0.2]]]],
    [/Finland/, "FLQ_COEF", [[[0.2]], 10, 100], [[[0.2]], 10, 100, 0.3]],
    [/share/, "GROWTH_CONTRIB", [30, 20, 100.5, 100], [30, 20, 120, 100]],
    [/share/, "GROWTH_CONTRIB", [10, 20, 120, 100], [20, 20, 120, 100]],
    [/share/, "GROWTH_CONTRIB", [30, 20, 100.5, 100, "share"], [30, 20, 100.5, 100, "points"]],
    [/above the nation/, "SHIFT_SHARE", [column([6, 1]), column([1, 1]), column([5, 8]), column([5, 8])],
      [column([5, 8]), column([5, 8]), column([5, 8]), column([5, 8])]],
    [/industry 2/, "SHIFT_SHARE", [column([1, 9]), column([1, 9]), column([5, 8]), column([5, 9])],
      [column([1, 2]), column([1, 2]), column([5, 8]), column([5, 9])]],
    [/several internal rates/, "PROJECT_NPV", [0.1, column([-100, 230, -132])], [0.1, column([-100, 0, 132])]],
    [/several internal rates/, "PROJECT_NPV", [0.1, column([-100, 0, 230, -132])], [0.1, column([-100, 60, 0, 70])]],
    [/several internal rates/, "PROJECT_NPV", [0.1, column([100, -230, 132])], [0.1, column([-1, -2, -3])]],
    [/not yet realised/, "FUND_MULTIPLE", [column([-100, 20]), 90], [column([-100, 95]), 90]],
    [/not yet realised/, "FUND_MULTIPLE", [column([-100, 20]), 21], [column([-100, 20]), 20]],
    [/not yet realised/, "FUND_MULTIPLE", [column([-100, 20]), 90, "TVPI"], [column([-100, 20]), 90, "DPI"]],
    [/below 0 again/, "PAYBACK_YEARS", [column([-1e6, 1e6, -1])], [column([-1e6, 1e6 - 1e-7, 0])]],
    [/below 0 again/, "PAYBACK_YEARS", [column([-10, 20, -30])], [column([-10, 20, -5])]],
    [/edition of 2003/, "GREENBOOK_FACTOR", [126], [125]],
    [/rarely all/, "NET_JOBS", [100], [100, 0.1]],
    [/rarely all/, "NET_JOBS", [100, 0, 0, 0, 0], [100, 0.1, 0.1]],
    [/rarely all/, "NET_JOBS", [100], [100, 0.1, 0, 0.1]],
    [/rarely all/, "NET_JOBS", [100], [100, 0.1, 0, 0, 0.1]],
    [/less than the bad/, "STAGE_GATE_VALUE", [1, 1, 0.5, 2, 3], [1, 1, 0.5, 3, 2]],
    [/less than the bad/, "STAGE_GATE_VALUE", [1, 1, 0.5, 2, 2.1], [1, 1, 0.5, 2, 2]],
    [/year's revenue/, "FISCAL_EXPOSURE", [2, 2, 2, 5], [1, 1, 1, 5]],
    [/can last/, "FISCAL_BREAKEVEN", [100, 10, 0.05, 0.03], [100, 10, 0.03, 0.05]],
    [/not discounted/, "GUARANTEE_LOSS", [100, 0.1, 0.5, 3], [100, 0.1, 0.5]],
    [/cannot be triggered/, "EXIT_TRIGGER", [column([1, "n/a"]), 5], [column([1, 2]), 5]],
    [/1 without a value is left out/, "TRIGGER_COUNT", [column([1, "n/a"]), column([2, 2]), column(["below", "below"])],
      [column([1, 1]), column([2, 2]), column(["below", "below"])]],
    [/free share covers/, "CBAM_COST", [10, 0.9, 1, 2026, 70], [10, 1, 1, 2026, 70]],
    [/above 2/, "VEHICLE_CARBON", [6500, 60, 75, 0, 14, 536.6, 2e5], [6500, 60, 75, 0, 14, 0.5366, 2e5]],
    [/rests on 5 draws/, "SIM_SUMMARY", [column(Array.from({ length: 100 }, (_, i) => i))],
      [column(Array.from({ length: 400 }, (_, i) => i))]],
    [/cut off/, "MINMAX_SCORE", [0.9, 0.4, 0.8], [0.6, 0.4, 0.8]],
    [/cut off/, "MINMAX_SCORE", [0.1, 0.4, 0.8], [0.8, 0.4, 0.8]],
    [/1 without a value/, "WEIGHTED_SCORE", [column([1, "n/a"]), column([0.5, 0.5])], [column([1, 2]), column([0.5, 0.5])]],
    [/add up to 1.2/, "WEIGHTED_SCORE", [column([1, 2]), column([0.7, 0.5])], [column([1, 2]), column([60, 40])]],
    [/Indicator 2/, "ENTROPY_WEIGHTS", [[[1, 3], [2, 3]]], [[[1, 3], [2, 4]]]],
    [/above 0.10/, "AHP_WEIGHTS", [contradictory], [consistent]],
    [/above 0.10/, "AHP_CONSISTENCY", [contradictory], [consistent]],
    [/one cell can change the order/, "ECI_INDEX", [regions], [[...regions, ...regions]]],
    [/of the nation:/, "ECI_INDEX", [[...regions, [0.1, 0.1, 0.1, 0.1]]], [regions]],
    [/of the nation:/, "LQ_MATRIX", [[[0, 0], [1, 0], [1000, 999]]], [[[0, 0], [1, 2], [3, 4]]]],
    [/9 values/, "GINI_COEF", [column([1, 2, 3, 4, 5, 6, 7, 8, 9, "n/a"])], [column([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])]],
    [/2 values/, "GINI_COEF", [column([1, 2])], [column([1, 2]), column([3, 4])]],
    [/above capacity/, "CAPACITY_UTIL", [100.1, 100], [100, 100]],
    [/above capacity/, "IDLE_CAPACITY", [100.1, 100], [100, 100]],
    [/24 hours/, "STD_CAPACITY", [60, 3, 8.1], [60, 3, 8]],
    [/even at full use/, "BREAKEVEN_UTIL", [100.1, 2, 1, 100], [100, 2, 1, 100]],
    [/of the nation:/, "LOC_QUOTIENT", [1, 9, 100, 10000], [1, 10, 100, 10000]],
    [/free share covers/, "CBAM_COST", [10, 0.9, 1, 2026, 70], [10, 0, 1, 2026, 70]],
    [/above 2/, "VEHICLE_CARBON", [6500, 60, 75, 0, 14, 2.1, 2e5], [6500, 60, 75, 0, 14, 2, 2e5]],
  ])("is said (%s) of %s where it applies, and only there", (caution, name, odd, plain) => {
    expect(said(name, ...odd)).toMatch(caution);
    expect(said(name, ...plain)).not.toMatch(caution);
  });

  it("never leaves out that HHI bands are antitrust, that tariffs change, and that vehicles are outside CBAM", () => {
    expect(said("HHI_BAND", 2600)).toMatch(/antitrust/);
    expect(said("LANDED_COST", 20000, 0.1)).toMatch(/verify/);
    expect(said("KD_SAVING", 20000, 9000, 0.1, 0, 0, 0, 1)).toMatch(/verify/);
    expect(said("KD_BREAKEVEN_VOL", 20000, 9000, 0.1, 0, 0, 1)).toMatch(/verify/);
    expect(said("CBAM_COST", 1, 1, 1, 2027, 70)).toMatch(/not in CBAM's scope/);
  });

  it("is nothing of weights that add up to 1, 10 or 100", () => {
    for (const half of [0.5, 5, 50]) expect(cautions("WEIGHTED_SCORE", column([1, 2]), column([half, half]))).toEqual([]);
  });

  it("is said once of a spilled result, and not of a refused one", () => {
    expect(cautions("CAPACITY_UTIL", column([110, 120]), column([100, 100]))).toHaveLength(1);
    expect(cautions("IDLE_CAPACITY", column([110, 120, 50]), 100)).toHaveLength(1);
    expect(cautions("CBAM_COST", 1, 1, 1, 2025, 70)).toEqual([]);
  });

  it("changes no result, and is in both languages", () => {
    for (const definition of catalogue) {
      for (const { given } of definition.examples) {
        const args = exampleArguments(definition, given);
        const { outcome, cautions: found } = callWithCautions(definition, args);
        expect(outcome).toEqual(call(definition, args));
        for (const { en, zh } of found) expect([/[\u4e00-\u9fff]/.test(en), /[\u4e00-\u9fff]/.test(zh)]).toEqual([false, true]);
      }
    }
  });
});
