import { Refusal, type Texts } from "../refusal";
import type { UnitName } from "../reference";
import * as caution from "./cautions";
import { family } from "./define";
import * as say from "./fragments";
import { choice, number } from "./kinds";
import { either, equals } from "./native";

const define = family(
  "trade-carbon",
  { en: "Trade, localisation and carbon", zh: "贸易、本地化与碳排放" },
  { en: "Choose how to enter a market, and count its carbon", zh: "选择出海方式，核算碳成本" },
);

const amount = (unit: UnitName, en: string, zh: string) => number({ en, zh }, { unit, min: 0 });

const optionalAmount = (unit: UnitName, en: string, zh: string) =>
  number({ en, zh }, { unit, min: 0, default: 0 });

export const landedCost = define({
  name: "LANDED_COST",
  title: { en: "Landed cost", zh: "到岸完税成本" },
  summary: { en: "What an imported vehicle costs at the border, duties and VAT paid.", zh: "进口车辆缴清关税和增值税后的成本。" },
  method: {
    en: "cif × (1 + duty + extra_duty) × (1 + vat) + fixed. Both duties are on the customs value, VAT on the total.",
    zh: "到岸价 ×（1 + 关税 + 附加关税）×（1 + 增值税）+ 固定费用。两种关税均以完税价格为基数，增值税以合计为基数。",
  },
  parameters: {
    cif: amount("money/vehicle", "Customs (CIF) value of a vehicle.", "单车到岸（CIF）价。"),
    duty: amount("share", "Ordinary duty: 0.1 is 10 %.", "普通关税率：0.1 即 10%。"),
    extra_duty: optionalAmount("share", "Countervailing or anti-dumping duty.", "反补贴或反倾销税率。"),
    vat: optionalAmount("share", "Value added tax.", "增值税率。"),
    fixed: optionalAmount("money/vehicle", "Fixed charges a vehicle: port, certification.", "单车固定费用：港杂、认证等。"),
  },
  returns: number({ en: "In the currency of cif.", zh: "与到岸价同币种。" }, { unit: "money/vehicle" }),
  evaluate: ({ cif, duty, extra_duty, vat, fixed }) => cif * (1 + duty + extra_duty) * (1 + vat) + fixed,
  cautions: () => [caution.tariffsChange],
  native: ({ cif, duty, extra_duty, vat, fixed }) => `${cif}*(1+${duty}+${extra_duty})*(1+${vat})+${fixed}`,
  source: "EU practice: Regulation (EU) No 952/2013, article 69, and Directive 2006/112/EC, article 86; countervailing rates in "
    + "Regulation (EU) 2024/2754.",
  examples: [
    { given: { cif: 20000, duty: 0.1, extra_duty: 0.207 }, gives: 26140, from: "20,000 × 1.307, by hand" },
    { given: { cif: 20000, duty: 0.1, vat: 0.2, fixed: 500 }, gives: 26900, from: "22,000 × 1.2 + 500, by hand" },
  ],
});

const cbuCif = amount("money/vehicle", "Customs value of a finished vehicle (CBU).", "整车（CBU）到岸价。");
const kitCif = amount("money/vehicle", "Customs value of its kit (SKD or CKD).", "散件（SKD/CKD）到岸价。");
const cbuTariff = amount("share", "Tariff on finished vehicles.", "整车关税率。");
const kitTariff = amount("share", "Tariff on kits.", "散件关税率。");
const localCost = amount("money/vehicle", "Local cost of assembling one.", "单车本地组装成本。");

export const kdSaving = define({
  name: "KD_SAVING",
  title: { en: "Saving by kit assembly", zh: "散件组装（KD）节约额" },
  summary: {
    en: "What assembling kits saves on each vehicle against importing it finished; positive favours kits.",
    zh: "散件组装相对整车进口的单车节约额；为正则散件组装有利。",
  },
  method: {
    en: "cbu_cif × (1 + tariff_cbu) − (kit_cif × (1 + tariff_kit) + local_cost + fixed / volume)",
    zh: "整车到岸价 ×（1 + 整车关税）−（散件到岸价 ×（1 + 散件关税）+ 本地成本 + 固定成本 ÷ 年产量）",
  },
  parameters: {
    cbu_cif: cbuCif,
    kit_cif: kitCif,
    tariff_cbu: cbuTariff,
    tariff_kit: kitTariff,
    local_cost: localCost,
    fixed: optionalAmount("money/yr", "Fixed cost of the plant a year.", "工厂年固定成本。"),
    volume: number(
      { en: "Vehicles a year.", zh: "年产量（辆）。" },
      { unit: "vehicles/yr", above: 0, otherwise: "zero", default: 1 },
    ),
  },
  returns: number(
    { en: "Per vehicle, in the currency given.", zh: "每辆，与所给币种相同。" },
    { unit: "money/vehicle" },
  ),
  evaluate: ({ cbu_cif, kit_cif, tariff_cbu, tariff_kit, local_cost, fixed, volume }) =>
    cbu_cif * (1 + tariff_cbu) - (kit_cif * (1 + tariff_kit) + local_cost + fixed / volume),
  cautions: () => [caution.tariffsChange],
  native: ({ cbu_cif, kit_cif, tariff_cbu, tariff_kit, local_cost, fixed, volume }) =>
    `${cbu_cif}*(1+${tariff_cbu})-(${kit_cif}*(1+${tariff_kit})+${local_cost}+${fixed}/${volume})`,
  source: "Comparison of costs. The tariff wedge between kits and vehicles is political: check that it still stands.",
  examples: [
    {
      given: {
        cbu_cif: 15000, kit_cif: 11500, tariff_cbu: 0.35, tariff_kit: 0.16, local_cost: 2500, fixed: 6e7, volume: 30000,
      },
      gives: 2410,
      from: "20,250 − (13,340 + 2,500 + 2,000), by hand",
    },
  ],
});

const dearer: Texts = { en: "leaves no saving on a vehicle: kits never pay", zh: "单车没有节约：散件组装永远不划算" };

export const kdBreakevenVol = define({
  name: "KD_BREAKEVEN_VOL",
  title: { en: "Break-even volume of kit assembly", zh: "散件组装盈亏平衡产量" },
  summary: {
    en: "Vehicles a year from which kit assembly is cheaper than importing finished vehicles.",
    zh: "散件组装开始优于整车进口的年产量。",
  },
  method: {
    en: "fixed / (cbu_cif × (1 + tariff_cbu) − kit_cif × (1 + tariff_kit) − local_cost)",
    zh: "固定成本 ÷（整车到岸价 ×（1 + 整车关税）− 散件到岸价 ×（1 + 散件关税）− 本地成本）",
  },
  parameters: {
    cbu_cif: cbuCif,
    kit_cif: kitCif,
    tariff_cbu: cbuTariff,
    tariff_kit: kitTariff,
    local_cost: localCost,
    fixed: amount("money/yr", "Fixed cost of the plant a year.", "工厂年固定成本。"),
  },
  returns: number({ en: "Vehicles a year.", zh: "辆／年。" }, { unit: "vehicles/yr" }),
  evaluate: ({ cbu_cif, kit_cif, tariff_cbu, tariff_kit, local_cost, fixed }) => {
    const saving = cbu_cif * (1 + tariff_cbu) - kit_cif * (1 + tariff_kit) - local_cost;
    if (saving <= 0) throw new Refusal("unsolvable", dearer, "kit_cif");
    return fixed / saving;
  },
  cautions: () => [caution.tariffsChange],
  native: ({ cbu_cif, kit_cif, tariff_cbu, tariff_kit, local_cost, fixed }) => {
    const saving = `${cbu_cif}*(1+${tariff_cbu})-${kit_cif}*(1+${tariff_kit})-${local_cost}`;
    return `IF(${saving}<=0,#NUM!,${fixed}/(${saving}))`;
  },
  source: "Break-even analysis on KD_SAVING.",
  examples: [
    {
      given: { cbu_cif: 15000, kit_cif: 11500, tariff_cbu: 0.35, tariff_kit: 0.16, local_cost: 2500, fixed: 6e7 },
      gives: 13605.442176870743,
      from: "60,000,000 / 4,410, by long division",
    },
  ],
});

export const rvcPercent = define({
  name: "RVC_PERCENT",
  title: { en: "Regional value content", zh: "区域价值成分（RVC）" },
  summary: {
    en: "Share of a product's value that comes from the region of a trade agreement.",
    zh: "产品价值中源自自贸协定区域的比重。",
  },
  method: {
    en: "\"build-down\" and \"net-cost\": (value − content) / value, content from outside. \"build-up\": content / value, content "
      + "from inside.",
    zh: "\"build-down\"（扣减法）与 \"net-cost\"（净成本法）：（价值 − 非原产材料）÷ 价值。\"build-up\"（累加法）：原产价值 ÷ 价值。",
  },
  parameters: {
    value: number(
      { en: "FOB value, transaction value or net cost.", zh: "离岸价、交易价格或净成本。" },
      { unit: "money", above: 0, otherwise: "zero" },
    ),
    content: amount(
      "money",
      "Value of non-originating materials; for build-up what originates: materials and, as RCEP counts it, labour, overhead, profit.",
      "非原产材料价值；累加法填原产价值：原产材料，RCEP 另计直接人工、制造费用与利润等。",
    ),
    method: choice(["build-down", "build-up", "net-cost"], { default: "build-down", en: "Rule of the agreement.", zh: "协定规定的算法。" }),
  },
  returns: number(
    { en: "A share, 0 to 1: RCEP and ASEAN ask for 0.4.", zh: "比重，0 至 1：RCEP 与东盟要求 0.4。" },
    { unit: "share" },
  ),
  evaluate: ({ value, content, method }) => {
    if (content > value) throw new Refusal("unsolvable", say.partOf("value"), "content");
    return method === "build-up" ? content / value : (value - content) / value;
  },
  native: ({ value, content, method }) =>
    `IF(${content}>${value},#NUM!,${either(equals(method, "build-up"), content, `(${value}-${content})`)}/${value})`,
  source: "RCEP Agreement, article 3.5; ASEAN Trade in Goods Agreement (2009), article 29; trade.gov, Percentage-Based Rules.",
  examples: [
    { given: { value: 20000, content: 11000 }, gives: 0.45, from: "9,000 / 20,000, by hand" },
    { given: { value: 20000, content: 11000, method: "build-up" }, gives: 0.55, from: "11,000 / 20,000, by hand" },
  ],
});

/** Share of the benchmark that is still free, from 2026 on; nothing from 2034. */
const freeShares = [0.975, 0.95, 0.9, 0.775, 0.515, 0.39, 0.265, 0.14, 0] as const;
const firstYear = 2026;

export const cbamCost = define({
  name: "CBAM_COST",
  title: { en: "CBAM cost", zh: "碳边境调节机制（CBAM）成本" },
  summary: {
    en: "What the EU's carbon border adjustment costs on goods in its scope, such as steel and aluminium.",
    zh: "欧盟碳边境调节机制对范围内货物（如钢铁、铝）的成本。",
  },
  method: {
    en: "quantity × MAX(0, intensity − φ × benchmark) × MAX(0, price − paid_price); φ = 0.975, 0.95, 0.9, 0.775, 0.515, 0.39, "
      + "0.265, 0.14 from 2026 to 2033, then 0. Vehicles are not in scope in 2026–27: use it for their steel and aluminium.",
    zh: "数量 × MAX(0，排放强度 − φ × 基准值) × MAX(0，碳价 − 已付碳价)；φ 在 2026 至 2033 年依次为 0.975、0.95、0.9、0.775、"
      + "0.515、0.39、0.265、0.14，此后为 0。2026—2027 年整车不在范围内：用于其钢、铝等材料。",
  },
  parameters: {
    quantity: amount("tonnes", "Goods, in tonnes.", "货物数量（吨）。"),
    intensity: amount("t CO2e/t", "Embedded emissions, in t CO₂e per tonne.", "隐含排放强度（吨 CO₂e／吨）。"),
    benchmark: amount("t CO2e/t", "EU benchmark, in t CO₂e per tonne.", "欧盟基准值（吨 CO₂e／吨）。"),
    year: number(
      { en: "Year of import, 2026 or later.", zh: "进口年份，2026 年及以后。" },
      { unit: "number", min: firstYear, whole: true },
    ),
    price: amount("euro/t CO2e", "Price of a certificate, in euro per t CO₂e.", "证书价格（欧元／吨 CO₂e）。"),
    paid_price: optionalAmount("euro/t CO2e", "Carbon price paid at origin, in euro per t CO₂e.", "原产地已付碳价（欧元／吨 CO₂e）。"),
  },
  returns: number({ en: "Euro.", zh: "欧元。" }, { unit: "euro" }),
  evaluate: ({ quantity, intensity, benchmark, year, price, paid_price }) => {
    const free = freeShares[year - firstYear] ?? 0;
    return quantity * Math.max(0, intensity - free * benchmark) * Math.max(0, price - paid_price);
  },
  cautions: ({ intensity }, cost) => [caution.vehiclesOutOfScope, cost === 0 && intensity > 0 && caution.allFree],
  native: ({ quantity, intensity, benchmark, year, price, paid_price }) => {
    const years = freeShares.map((_, i) => firstYear + i);
    const free = `LOOKUP(${year},{${years.join(";")}},{${freeShares.join(";")}})`;
    const [charged, due] = [`(${intensity}-${free}*${benchmark})`, `(${price}-${paid_price})`];
    return `${quantity}*(${charged}>0)*${charged}*(${due}>0)*${due}`;
  },
  source: "Regulation (EU) 2023/956; Directive 2003/87/EC, article 10a(1a), as amended by Directive (EU) 2023/959.",
  examples: [
    {
      given: { quantity: 1000, intensity: 1.2, benchmark: 1, year: 2026, price: 75.36 },
      gives: 16956,
      from: "1,000 × 0.225 × 75.36, by hand; 0.225 as in cbam-calculator.eu",
    },
    { given: { quantity: 1, intensity: 2, benchmark: 1.5, year: 2040, price: 100, paid_price: 10 }, gives: 180, from: "2 × 90" },
  ],
});

export const vehicleCarbon = define({
  name: "VEHICLE_CARBON",
  title: { en: "Carbon footprint of a vehicle", zh: "单车全生命周期碳足迹" },
  summary: {
    en: "Grams of CO₂e for each kilometre: making, driving and scrapping an electric vehicle.",
    zh: "电动车制造、使用和报废全过程的每公里 CO₂e 克数。",
  },
  method: {
    en: "(body_kg + battery_kwh × battery_ef + eol_kg) / lifetime_km × 1000 + kwh_100km / 100 × grid_ef × (1 + charging_loss) × 1000",
    zh: "（车身 + 电池容量 × 电池排放因子 + 报废）÷ 生命周期里程 × 1000 + 百公里电耗 ÷ 100 × 电网因子 ×（1 + 充电损耗）× 1000",
  },
  parameters: {
    body_kg: amount("kg CO2e", "Making the vehicle without its battery, in kg CO₂e.", "整车制造（不含电池）排放（kg CO₂e）。"),
    battery_kwh: amount("kWh", "Battery, in kWh.", "电池容量（kWh）。"),
    battery_ef: amount("kg CO2e/kWh", "Making the battery, in kg CO₂e per kWh.", "电池排放因子（kg CO₂e／kWh）。"),
    eol_kg: number(
      { en: "End of life, in kg CO₂e; negative for a recycling credit.", zh: "报废回收排放（kg CO₂e）；回收抵扣为负。" },
      { unit: "kg CO2e" },
    ),
    kwh_100km: amount("kWh/100 km", "Consumption, in kWh per 100 km.", "百公里电耗（kWh）。"),
    grid_ef: amount("kg CO2e/kWh", "Grid factor, in kg CO₂e per kWh.", "电网排放因子（kg CO₂e／kWh）。"),
    lifetime_km: number(
      { en: "Kilometres over its life.", zh: "生命周期行驶里程（km）。" },
      { unit: "km", above: 0, otherwise: "zero" },
    ),
    charging_loss: optionalAmount("share", "Charging loss: 0.1 is 10 %.", "充电损耗：0.1 即 10%。"),
  },
  returns: number({ en: "g CO₂e per km.", zh: "g CO₂e／km。" }, { unit: "g CO2e/km" }),
  evaluate: ({ body_kg, battery_kwh, battery_ef, eol_kg, kwh_100km, grid_ef, lifetime_km, charging_loss }) => {
    const made = (body_kg + battery_kwh * battery_ef + eol_kg) / lifetime_km;
    return (made + (kwh_100km / 100) * grid_ef * (1 + charging_loss)) * 1000;
  },
  cautions: ({ grid_ef }) => [grid_ef > 2 && caution.gramsNotKilograms],
  native: ({ body_kg, battery_kwh, battery_ef, eol_kg, kwh_100km, grid_ef, lifetime_km, charging_loss }) =>
    `((${body_kg}+${battery_kwh}*${battery_ef}+${eol_kg})/${lifetime_km}+${kwh_100km}/100*${grid_ef}*(1+${charging_loss}))*1000`,
  source: "ISO 14040 and 14044; ICCT (2021), A Global Comparison of the Life-Cycle Greenhouse Gas Emissions of Passenger Cars.",
  examples: [
    {
      given: {
        body_kg: 6500, battery_kwh: 60, battery_ef: 75, eol_kg: -500,
        kwh_100km: 14, grid_ef: 0.5366, lifetime_km: 200000, charging_loss: 0.1,
      },
      gives: 135.1364,
      from: "52.5 + 82.6364, by hand; grid factor of China 2022 (MEE), the rest illustrative",
    },
  ],
});
