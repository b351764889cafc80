import type { Texts } from "../refusal";
import { exportEntryPage } from "./export-entry-page";
import { figure, illustrative, label, real } from "./given";
import { check, column, input, worked } from "./rows";
import type { Across, ChecksBlock, InputsBlock, TableBlock, TableRow, Template, WorkedBlock } from "./template";
import { units } from "./units";
import { words } from "./words";

const names = {
  byd: { en: "BYD", zh: "比亚迪" },
  geely: { en: "Geely", zh: "吉利" },
  saic: { en: "SAIC", zh: "上汽" },
  tesla: { en: "Tesla (Shanghai)", zh: "特斯拉（上海）" },
  cooperating: { en: "Other cooperating", zh: "其他合作企业" },
  others: { en: "All other", zh: "所有其他企业" },
} satisfies Record<string, Texts>;

const maker = (name: Texts, cif: number): TableRow =>
  ({ maker: label(name), cvd: figure("EU_CVD", name.en), cif: illustrative(cif) });

const makers: TableBlock = {
  kind: "table",
  key: "makers",
  title: { en: "Electric cars from China to the EU, by maker: verify the duties before use", zh: "出口欧盟的中国产电动汽车（分企业）：税率使用前请核实" },
  columns: [
    column("maker", { en: "Maker", zh: "企业" }, units.text),
    column("cvd", { en: "Countervailing duty", zh: "反补贴税率" }, units.share, { allowed: { from: 0 } }),
    column("cif", { en: "Customs value", zh: "完税价格" }, units.eurosAVehicle, { allowed: { from: 0 } }),
    column("landed", { en: "Landed with taxes", zh: "到岸完税成本" }, units.eurosAVehicle, {
      formula: "=POLICY.LANDED_COST({makers.cif},{mfn},{makers.cvd},{vat},{charges})",
    }),
    column("wedge", { en: "of which countervailing", zh: "其中反补贴税负" }, units.eurosAVehicle, {
      formula: "={makers.landed}-POLICY.LANDED_COST({makers.cif},{mfn},0,{vat},{charges})",
    }),
  ],
  rows: [
    maker(names.byd, 21_000), maker(names.geely, 23_000), maker(names.saic, 20_000),
    maker(names.tesla, 29_000), maker(names.cooperating, 22_000), maker(names.others, 22_000),
  ],
};

const europe: InputsBlock = {
  kind: "inputs",
  title: { en: "Finished vehicles to the EU", zh: "向欧盟出口整车" },
  rows: [
    input("exporter", { en: "Maker to report on", zh: "拟报告的企业" }, units.text, illustrative(names.byd), {
      allowed: { oneOf: Object.values(names) },
    }),
    input("mfn", { en: "Ordinary duty on cars", zh: "轿车普通关税" }, units.share, figure("EU_CVD", "MFN duty on cars"), {
      allowed: { from: 0 },
    }),
    input("vat", { en: "Value added tax of the country", zh: "目的国增值税率" }, units.share, illustrative(0.2), { allowed: { from: 0, to: 0.5 } }),
    input("charges", { en: "Port, certification and delivery", zh: "港杂、认证与运送" }, units.eurosAVehicle, illustrative(600), {
      allowed: { from: 0 },
    }),
    input("rival", { en: "Price of a comparable car there, with tax", zh: "当地可比车型含税价" }, units.eurosAVehicle, illustrative(36_000), {
      allowed: { from: 0 },
    }),
  ],
};

const elsewhere: TableBlock = {
  kind: "table",
  key: "markets",
  title: { en: "Other duties on cars from China: verify before use", zh: "其他市场对中国汽车的关税：使用前请核实" },
  columns: [
    column("market", { en: "Market", zh: "市场" }, units.text),
    column("duty", { en: "Duty", zh: "税率" }, units.share, { allowed: { from: 0 } }),
    column("paid", { en: "Duty on the same car", zh: "同款车应缴关税" }, units.eurosAVehicle, {
      formula: "=POLICY.LANDED_COST({exporter_cif},{markets.duty})-{exporter_cif}",
    }),
  ],
  rows: [
    {
      market: label({ en: "Canada, within the quota", zh: "加拿大（配额内）" }),
      duty: figure("TARIFF_OTHER", "Canada quota rate"),
    },
    {
      market: label({ en: "Canada, the surtax alone", zh: "加拿大（仅附加税）" }),
      duty: figure("TARIFF_OTHER", "Canada surtax on Chinese EVs"),
    },
    {
      market: label({ en: "Brazil, finished electric cars", zh: "巴西（纯电动整车）" }),
      duty: figure("TARIFF_OTHER", "Brazil BEV (CBU)"),
    },
  ],
};

const ways = [
  { en: "CBU: finished vehicles", zh: "CBU整车出口" },
  { en: "SKD: large kits", zh: "SKD半散件组装" },
  { en: "CKD: small kits", zh: "CKD全散件组装" },
  { en: "Local build", zh: "本地制造" },
] as const satisfies readonly Texts[];

const modes: Across = { key: "modes", label: { en: "Way to enter", zh: "进入方式" }, heads: ways };

const disputed: Texts = {
  en: "sources give 14%, 16% and 18% for kits in Brazil before 2027",
  zh: "2027年以前巴西散件税率各说不一：14%、16%、18%",
};

const kits = figure("TARIFF_OTHER", "Brazil SKD/CKD kits");
const finished = figure("TARIFF_OTHER", "Brazil BEV (CBU)");

const entry: InputsBlock = {
  kind: "inputs",
  title: { en: "A market with high duties, by way to enter (tariffs of Brazil)", zh: "高关税市场：各种进入方式（以巴西税率为例）" },
  across: modes,
  rows: [
    input("imported", { en: "Customs value of what is imported", zh: "进口部分的完税价格" }, units.dollarsAVehicle,
      illustrative([15_000, 13_400, 11_500, 6_000]), { allowed: { from: 0 } }),
    input("tariff", { en: "Tariff today", zh: "现行税率" }, units.share,
      [finished, illustrative(0.16, disputed), illustrative(0.16, disputed), illustrative(0.16)], {
      allowed: { from: 0 },
    }),
    input("tariff_later", { en: "Tariff once kits pay as finished vehicles", zh: "散件与整车同税后的税率" }, units.share,
      [finished, kits, kits, illustrative(0.16)], { allowed: { from: 0 } }),
    input("local", { en: "Local parts and assembly", zh: "本地零部件与组装成本" }, units.dollarsAVehicle,
      illustrative([0, 900, 2_500, 7_200]), { allowed: { from: 0 } }),
    input("plant", { en: "Fixed cost of the plant", zh: "工厂固定成本" }, units.dollarsAYear,
      illustrative([0, 9_000_000, 60_000_000, 165_000_000]), { allowed: { from: 0 } }),
  ],
};

const plan: InputsBlock = {
  kind: "inputs",
  title: { en: "The plan", zh: "方案" },
  rows: [
    input("mode", { en: "Way to report on", zh: "拟报告的进入方式" }, units.text, illustrative(ways[2]), { allowed: { oneOf: ways } }),
    input("volume", { en: "Sales in the market", zh: "当地年销量" }, units.vehiclesAYear, illustrative(30_000), { allowed: { from: 1 } }),
    input("fob", { en: "Value of the finished vehicle, FOB", zh: "成品车离岸价" }, units.dollarsAVehicle, illustrative(18_000), {
      allowed: { from: 1 },
      note: { en: "For the regional value content, if it is sold on to neighbours.", zh: "用于向周边转销时的区域价值成分测算。" },
    }),
    input("threshold", { en: "Regional value content that is asked", zh: "要求的区域价值成分" }, units.share, real(0.4, {
      en: "40% under RCEP and the ASEAN Trade in Goods Agreement; other agreements ask for more. Verify before use.",
      zh: "RCEP与《东盟货物贸易协定》为40%；其他协定要求更高。使用前请核实。",
    }), { allowed: { from: 0, to: 1 } }),
  ],
};

const volumes: Across = {
  key: "sales",
  label: { en: "Vehicles a year", zh: "年销量（辆）" },
  heads: [5_000, 10_000, 15_000, 20_000, 30_000, 50_000, 80_000, 120_000],
  note: words.steps,
};

const chosen: WorkedBlock = {
  kind: "workings",
  title: { en: "What is reported on", zh: "报告对象" },
  rows: [
    worked("exporter_at", { en: "Row of the maker", zh: "企业所在行" }, units.rank, "=MATCH({exporter},{makers.maker},0)"),
    worked("exporter_cif", { en: "Its customs value", zh: "其完税价格" }, units.eurosAVehicle, "=INDEX({makers.cif},{exporter_at})"),
    worked("mode_at", { en: "Place of the way to enter", zh: "进入方式所在列" }, units.rank, "=MATCH({mode},{modes},0)"),
  ],
};

const byMode: WorkedBlock = {
  kind: "workings",
  title: { en: "Cost and content by way to enter", zh: "各进入方式的成本与价值成分" },
  across: modes,
  rows: [
    worked("cost", { en: "Cost of a vehicle today", zh: "现行单车成本" }, units.dollarsAVehicle,
      "=POLICY.LANDED_COST({imported},{tariff},0,0,{local}+{plant}/{volume})"),
    worked("cost_later", { en: "Cost of a vehicle later", zh: "税率调整后单车成本" }, units.dollarsAVehicle,
      "=POLICY.LANDED_COST({imported},{tariff_later},0,0,{local}+{plant}/{volume})"),
    worked("saving", { en: "Saving against finished vehicles today", zh: "现行相对整车出口的节约" }, units.dollarsAVehicle,
      "=POLICY.KD_SAVING(INDEX({imported.all},1),{imported},INDEX({tariff.all},1),{tariff},{local},{plant},{volume})"),
    worked("saving_later", { en: "Saving against finished vehicles later", zh: "税率调整后相对整车出口的节约" }, units.dollarsAVehicle,
      "=POLICY.KD_SAVING(INDEX({imported.all},1),{imported},INDEX({tariff_later.all},1),{tariff_later},{local},{plant},"
        + "{volume})"),
    worked("pays_from", { en: "Pays from these sales on, today", zh: "现行盈亏平衡销量" }, units.vehiclesAYear,
      '=IF({saving}+{plant}/{volume}>0,POLICY.KD_BREAKEVEN_VOL(INDEX({imported.all},1),{imported},INDEX({tariff.all},1),'
        + '{tariff},{local},{plant}),"–")'),
    worked("pays_later", { en: "Pays from these sales on, later", zh: "税率调整后盈亏平衡销量" }, units.vehiclesAYear,
      '=IF({saving_later}+{plant}/{volume}>0,POLICY.KD_BREAKEVEN_VOL(INDEX({imported.all},1),{imported},'
        + 'INDEX({tariff_later.all},1),{tariff_later},{local},{plant}),"–")'),
    worked("content", { en: "Regional value content", zh: "区域价值成分" }, units.share, "=POLICY.RVC_PERCENT({fob},{imported})"),
    worked("qualifies", { en: "Meets the threshold", zh: "达到门槛" }, units.flag, "={content}>={threshold}"),
  ],
};

const costAt = (place: number): string =>
  `=INDEX({imported},${place})*(1+INDEX({tariff},${place}))+INDEX({local},${place})+INDEX({plant},${place})/{sales}`;

const byVolume: WorkedBlock = {
  kind: "workings",
  title: { en: "Cost of a vehicle today, by sales", zh: "现行单车成本随销量的变化" },
  across: volumes,
  rows: ways.map((way, i) => worked(`cost_way_${i + 1}`, way, units.dollarsAVehicle, costAt(i + 1))),
};

const results: WorkedBlock = {
  kind: "outputs",
  title: { en: "Results", zh: "主要结果" },
  rows: [
    worked("landed", { en: "The maker's car in the EU, taxes paid", zh: "该企业车辆在欧盟的完税成本" }, units.eurosAVehicle,
      "=INDEX({makers.landed},{exporter_at})"),
    worked("wedge", { en: "of which countervailing duty and the tax on it", zh: "其中反补贴税及其增值税" }, units.eurosAVehicle,
      "=ROUND(INDEX({makers.wedge},{exporter_at}),2)"),
    worked("room", { en: "Room below the comparable car, for dealer and margin", zh: "低于可比车型的空间（渠道与利润）" }, units.eurosAVehicle,
      "={rival}-{landed}"),
    worked("cheapest", { en: "Cheapest way to enter today", zh: "现行成本最低的方式" }, units.text,
      "=INDEX({modes},MATCH(MIN({cost}),{cost},0))"),
    worked("cheapest_later", { en: "Cheapest way once kits pay as finished vehicles", zh: "散件与整车同税后成本最低的方式" }, units.text,
      "=INDEX({modes},MATCH(MIN({cost_later}),{cost_later},0))"),
    worked("mode_saving", { en: "Saving of the way reported on, today", zh: "所报方式的现行节约" }, units.dollarsAVehicle,
      "=INDEX({saving},{mode_at})"),
    worked("mode_saving_later", { en: "and later", zh: "税率调整后" }, units.dollarsAVehicle, "=INDEX({saving_later},{mode_at})"),
    worked("mode_pays", { en: "It pays from these sales on, today", zh: "所报方式的现行盈亏平衡销量" }, units.vehiclesAYear,
      "=INDEX({pays_from},{mode_at})"),
    worked("mode_pays_later", { en: "and later", zh: "税率调整后" }, units.vehiclesAYear, "=INDEX({pays_later},{mode_at})"),
    worked("mode_content", { en: "Its regional value content", zh: "其区域价值成分" }, units.share, "=INDEX({content},{mode_at})"),
    worked("missing", { en: "Imports to replace by local parts to meet the threshold", zh: "达到门槛须本地替代的进口额" }, units.dollarsAVehicle,
      "=MAX(0,INDEX({imported},{mode_at})-{fob}*(1-{threshold}))"),
  ],
};

const checks: ChecksBlock = {
  kind: "checks",
  rows: [
    check("check_cvd", { en: "Countervailing duties are on the customs value and carry VAT", zh: "反补贴税以完税价格为基数并计征增值税" },
      "=ROUND(SUMPRODUCT({makers.cif}*{makers.cvd})*(1+{vat})-SUM({makers.wedge}),6)=0"),
    check("check_saving", { en: "Savings are the differences of the costs", zh: "节约额等于成本之差" },
      "=ROUND(SUMPRODUCT(ABS(INDEX({cost},1)-{cost}-{saving})),6)=0"),
    check("check_breakeven", { en: "At the break-even sales kits cost what finished vehicles cost", zh: "盈亏平衡销量处散件与整车成本相等" },
      "=IF(ISNUMBER({mode_pays}),IF({mode_pays}>0,ROUND(INDEX({imported},{mode_at})*(1+INDEX({tariff},{mode_at}))"
        + "+INDEX({local},{mode_at})+INDEX({plant},{mode_at})/{mode_pays}-INDEX({imported},1)*(1+INDEX({tariff},1)),6)=0,TRUE),TRUE)"),
    check("check_content", { en: "Content from inside and outside the region make up the value", zh: "区域内外成分合计等于价值" },
      "=ROUND(SUMPRODUCT({content}*{fob}+{imported}-{fob}),6)=0"),
    check("check_missing", { en: "With those imports replaced the threshold is met", zh: "完成替代后达到门槛" },
      "=ROUND(1-(INDEX({imported},{mode_at})-{missing})/{fob}-{threshold},9)>=0"),
    check("check_finished", { en: "Finished vehicles need no plant", zh: "整车出口不需要工厂" },
      "=AND(INDEX({local},1)=0,INDEX({plant},1)=0)"),
    check("check_maker", { en: "The maker is in the table, once", zh: "该企业在表中且唯一" }, "=COUNTIF({makers.maker},{exporter})=1"),
  ],
};

export const exportEntry: Template = {
  id: "export-entry",
  prefix: "exp",
  title: { en: "Export entry mode", zh: "出口进入方式" },
  question: { en: "Ship finished vehicles, ship kits or build there?", zh: "整车出口、散件组装还是本地建厂？" },
  needs: [
    { en: "Customs value of a vehicle and of its kits", zh: "整车与散件的完税价格" },
    { en: "Duties in force today, from the customs of the market", zh: "目的市场现行税率（以其海关为准）" },
    { en: "Local cost, fixed cost of the plant and sales expected", zh: "本地成本、工厂固定成本与预期销量" },
  ],
  sheets: [
    exportEntryPage(results, ways),
    {
      name: { en: "Export inputs", zh: "出口输入" },
      blocks: [europe, makers, elsewhere, plan, entry],
      rules: [{ on: "{makers.wedge}", bars: true }],
    },
    { name: { en: "Export workings", zh: "出口计算" }, blocks: [chosen, byMode, byVolume] },
    { name: { en: "Export checks", zh: "出口检查" }, blocks: [checks] },
  ],
  stresses: [
    { shock: "tariff", input: "mfn" },
    { shock: "tariff", input: "markets.duty" },
    { shock: "tariff", input: "tariff" },
    { shock: "tariff", input: "tariff_later" },
    { shock: "demand", input: "volume" },
  ],
  moves: [
    { input: "makers.cvd.1", to: 0.3, output: "landed", direction: "up" },
    { input: "mfn", to: 0.2, output: "wedge", direction: "same" },
    { input: "vat", to: 0.25, output: "wedge", direction: "up" },
    { input: "tariff.3", to: 0.3, output: "mode_saving", direction: "down" },
    { input: "tariff.1", to: 0.5, output: "mode_pays", direction: "down" },
    { input: "volume", to: 60_000, output: "mode_saving", direction: "up" },
    { input: "volume", to: 60_000, output: "mode_pays", direction: "same" },
    { input: "plant.3", to: 80_000_000, output: "mode_pays", direction: "up" },
    { input: "imported.3", to: 11_000, output: "missing", direction: "down" },
    { input: "fob", to: 20_000, output: "mode_content", direction: "up" },
  ],
};
