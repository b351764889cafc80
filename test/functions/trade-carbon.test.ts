import fc from "fast-check";
import { calling, column, refusal } from "./calling";

const landed = calling("LANDED_COST");
const saving = calling("KD_SAVING");
const breakeven = calling("KD_BREAKEVEN_VOL");
const rvc = calling("RVC_PERCENT");
const cbam = calling("CBAM_COST");
const footprint = calling("VEHICLE_CARBON");

const money = fc.integer({ min: 1, max: 100_000 });
const rate = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);

describe("LANDED_COST", () => {
  it("is the customs value where nothing is due", () => expect(landed(20000, 0)).toBe(20000));

  it("puts both duties on the same base, and VAT on the total", () => {
    expect(landed(100, 0.1, 0.2)).toBeCloseTo(130, 12);
    expect(landed(100, 0.1, 0.2, 0.1)).toBeCloseTo(143, 12);
    fc.assert(fc.property(money, rate, rate, rate, money, (cif, one, other, vat, fixed) => {
      expect(landed(cif, other, one, vat, fixed)).toBeCloseTo(landed(cif, one, other, vat, fixed) as number, 6);
    }));
  });

  it("gives one cost for each maker's duty", () => {
    const duties = [0.17, 0.188, 0.353];
    expect(landed(20000, 0.1, column(duties))).toEqual(duties.map((duty) => [landed(20000, 0.1, duty)]));
  });

  it.each([
    ["a negative value", [-1, 0.1], "#NUM! cif must not be below 0"],
    ["a negative duty", [1, 0.1, -0.1], "#NUM! extra_duty must not be below 0"],
    ["a percentage as text", [1, "10%"], "#VALUE! duty must be a number, not the text “10%”"],
  ])("refuses %s", (_, args, said) => expect(refusal(landed(...args))).toBe(said));
});

describe("KD_SAVING and KD_BREAKEVEN_VOL", () => {
  const offers = fc.tuple(money, money, rate, rate, money);

  it("save nothing where the kit costs as much as the vehicle", () => expect(saving(100, 100, 0.1, 0.1, 0)).toBe(0));

  it("meet: at the break-even volume nothing is saved, beyond it something", () => {
    fc.assert(fc.property(offers, money, (offer, fixed) => {
      const volume = breakeven(...offer, fixed);
      fc.pre(typeof volume === "number");
      const scale = (offer[0] as number) * 2;
      expect((saving(...offer, fixed, volume) as number) / scale).toBeCloseTo(0, 9);
      expect(saving(...offer, fixed, (volume as number) * 2)).toBeGreaterThan(0);
    }));
  });

  it("favour kits the more the higher the tariff on vehicles", () => {
    fc.assert(fc.property(offers, rate, ([cbu, kit, tariff, kitTariff, local], more) => {
      expect(saving(cbu, kit, tariff + more, kitTariff, local)).toBeGreaterThanOrEqual(
        (saving(cbu, kit, tariff, kitTariff, local) as number) - 1e-9,
      );
    }));
  });

  it("refuse a plant that makes nothing, and one that never pays", () => {
    expect(refusal(saving(1, 1, 0, 0, 0, 100, 0))).toBe("#DIV/0! volume must be above 0");
    expect(refusal(saving(1, 1, 0, 0, 0, 100, -5))).toBe("#DIV/0! volume must be above 0");
    expect(refusal(breakeven(100, 100, 0.1, 0.1, 0, 50))).toBe("#NUM! kit_cif leaves no saving on a vehicle: kits never pay");
    expect(refusal(breakeven(100, 200, 0.1, 0.1, 0, 50))).toMatch(/^#NUM! kit_cif/);
    expect(refusal(breakeven(100, 90, -0.1, 0.1, 0, 50))).toBe("#NUM! tariff_cbu must not be below 0");
  });
});

describe("RVC_PERCENT", () => {
  it("is the same by building down and building up, when all material is counted", () => {
    fc.assert(fc.property(money, money, (originating, foreign) => {
      const value = originating + foreign;
      expect(rvc(value, originating, "build-up")).toBeCloseTo(rvc(value, foreign) as number, 12);
      expect(rvc(value, foreign, "net-cost")).toBe(rvc(value, foreign));
    }));
  });

  it("counts labour, overhead, profit and other cost in by building up, as RCEP's article 3.5 does", () => {
    const [materials, labour, overhead, profit, other, foreign] = [6000, 1500, 1000, 1000, 500, 10000];
    const inside = materials + labour + overhead + profit + other;
    expect(rvc(inside + foreign, inside, "build-up")).toBe(rvc(inside + foreign, foreign));
  });

  it("lies between 0 and 1", () => {
    expect(rvc(10, 10)).toBe(0);
    expect(rvc(10, 0)).toBe(1);
  });

  it.each([
    ["no value", [0, 0], "#DIV/0! value must be above 0"],
    ["a negative value", [-1, 0], "#DIV/0! value must be above 0"],
    ["more content than value", [10, 11], "#NUM! content must not be above value"],
    ["a negative content", [10, -1], "#NUM! content must not be below 0"],
    ["another method", [10, 1, "focused"], '#VALUE! method must be one of "build-down", "build-up", "net-cost"'],
  ])("refuses %s", (_, args, said) => expect(refusal(rvc(...args))).toBe(said));
});

describe("CBAM_COST", () => {
  it("phases the free allocation out as article 10a(1a) of Directive 2003/87/EC sets it", () => {
    const charged = [2.5, 5, 10, 22.5, 48.5, 61, 73.5, 86, 100, 100];
    charged.forEach((percent, i) => expect(cbam(1, 1, 1, 2026 + i, 100)).toBeCloseTo(percent, 9));
  });

  it("is nothing below the free share, or where the origin charges as much", () => {
    expect(cbam(1000, 0.9, 1, 2026, 80)).toBe(0);
    expect(cbam(1000, 2, 1, 2026, 80, 80)).toBe(0);
    expect(cbam(1000, 2, 1, 2026, 80, 100)).toBe(0);
  });

  it("does not fall over the years", () => {
    fc.assert(fc.property(rate, rate, fc.integer({ min: 2026, max: 2040 }), (intensity, benchmark, year) => {
      const cost = cbam(1, intensity, benchmark, year, 80) as number;
      expect(cbam(1, intensity, benchmark, year + 1, 80)).toBeGreaterThanOrEqual(cost);
    }));
  });

  it.each([
    ["a year that only reports", [1, 1, 1, 2025, 80], "#NUM! year must not be below 2026"],
    ["half a year", [1, 1, 1, 2026.5, 80], "#NUM! year must be a whole number"],
    ["a negative intensity", [1, -1, 1, 2026, 80], "#NUM! intensity must not be below 0"],
  ])("refuses %s", (_, args, said) => expect(refusal(cbam(...args))).toBe(said));
});

describe("VEHICLE_CARBON", () => {
  it("adds making, spread over the kilometres, to driving", () => {
    expect(footprint(1000, 0, 0, 0, 0, 0, 1000)).toBe(1000);
    expect(footprint(0, 0, 0, 0, 10, 0.5, 1000)).toBeCloseTo(50, 12);
    expect(footprint(0, 0, 0, 0, 10, 0.5, 1000, 0.1)).toBeCloseTo(55, 12);
  });

  it("comes down to driving over a long life", () => {
    fc.assert(fc.property(money, rate, (body, grid) => {
      expect(footprint(body, 60, 75, -500, 15, grid, 1e15)).toBeCloseTo(150 * grid, 6);
    }));
  });

  it("takes a credit for recycling", () => expect(footprint(1000, 0, 0, -200, 0, 0, 1000)).toBe(800));

  it.each([
    ["a vehicle that is never driven", [1, 1, 1, 1, 1, 1, 0], "#DIV/0! lifetime_km must be above 0"],
    ["a negative battery", [1, -1, 1, 1, 1, 1, 10], "#NUM! battery_kwh must not be below 0"],
  ])("refuses %s", (_, args, said) => expect(refusal(footprint(...args))).toBe(said));
});
