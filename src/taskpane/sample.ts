import { callText } from "../formulas/write-call";
import { find, literal } from "../functions";
import { tables } from "../reference";
import type { Language, Texts } from "../refusal";

const table = "OICA_PRODUCTION";
const year = "2024";
const countries = ["China", "United States", "Japan", "India", "Mexico", "South Korea"] as const;

const said = {
  sheet: { en: "Sample", zh: "示例" },
  title: { en: "Where the world's vehicles are made", zh: "全球汽车产地" },
  country: { en: "Country", zh: "国家" },
  vehicles: { en: "Vehicles, 2024", zh: "2024 年产量（辆）" },
  share: { en: "Share of the world", zh: "占全球比重" },
  largest: { en: "Share of the largest of the six", zh: "六国中最大一国的份额" },
  concentration: { en: "Concentration (HHI, up to 10,000)", zh: "集中度（HHI，至多 10000）" },
  alike: { en: "As concentrated as so many alike", zh: "相当于几个等规模国家" },
  source: { en: "Source of the figures", zh: "数据出处" },
} satisfies Record<string, Texts>;

export interface Sample {
  readonly sheet: string;
  readonly cells: string[][];
  readonly formats: string[][];
}

/** Twelve rows that show what the functions do, on published figures and with formulas that can be changed. */
export function sample(namespace: string, language: Language): Sample {
  const text = (texts: Texts): string => texts[language];
  const write = (name: string, ...args: string[]): string => callText(namespace, find(name)!, args);
  const rows = tables.find(({ id }) => id === table)!.rows;
  const named = (country: string): string => rows.find(({ key }) => key.en === country)!.key[language];
  const world = write("REF_VALUE", literal(table), literal(named("World")), "", year).slice(1);
  const outputs = `B3:B${countries.length + 2}`;
  return {
    sheet: text(said.sheet),
    cells: [
      [text(said.title), "", ""],
      [text(said.country), text(said.vehicles), text(said.share)],
      ...countries.map((country, i) => [
        named(country),
        write("REF_VALUE", literal(table), `A${i + 3}`, "", year),
        `=B${i + 3}/${world}`,
      ]),
      [text(said.largest), write("CONC_RATIO", outputs, "1"), ""],
      [text(said.concentration), write("HHI_INDEX", outputs), ""],
      [text(said.alike), write("EFFECTIVE_COUNT", outputs), ""],
      [text(said.source), write("REF_SOURCE", literal(table), "A3", year), ""],
    ],
    formats: [
      ...[0, 1].map(() => ["General", "General", "General"]),
      ...countries.map(() => ["General", "#,##0", "0.0%"]),
      ...["0.0%", "#,##0", "0.0", "General"].map((format) => ["General", format, "General"]),
    ],
  };
}
