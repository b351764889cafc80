import { counted, type Language, type Texts } from "../refusal";
import type { CellContent, CellFormat, SheetContent, WorkbookContent } from "../xlsx/content";
import { rootNamespace } from "../xlsx/root-namespace";
import { countedLevels } from "./finding";
import { questionNames, questions, type Answers, type Passport, type Question } from "./passport";
import { answersIn, passportNamespace, passportXml } from "./passport-record";

const passportName: Texts = { en: "Model passport", zh: "模型护照" };

type Line = { readonly label: Texts; readonly text: Texts | string; readonly role?: "title" | "heading" | "open" };

const words = {
  made: { en: "Made with", zh: "制作工具" },
  sheets: { en: "Sheets", zh: "工作表" },
  hidden: { en: "hidden", zh: "已隐藏" },
  methods: { en: "Methods", zh: "方法" },
  data: { en: "Reference data", zh: "参考数据" },
  version: { en: "version", zh: "版本" },
  guards: { en: "To keep in mind", zh: "使用提示" },
  checks: { en: "Checks", zh: "检查" },
  found: { en: "Findings", zh: "发现" },
  accepted: { en: "Accepted", zh: "已接受" },
  none: { en: "none", zh: "无" },
  release: { en: "Release", zh: "签发" },
} satisfies Record<string, Texts>;

const formulaCount = (count: number): Texts => ({ en: counted(count, "formula"), zh: `${count} 个公式` });

const cellCount = (count: number, first: string): Texts =>
  ({ en: `${counted(count, "cell")}, first ${first}`, zh: `${count} 个单元格，首见 ${first}` });

const both = (write: (language: Language) => string): Texts => ({ en: write("en"), zh: write("zh") });

const asked = (answers: Answers) => (name: Question): Line => {
  const { label, hint } = questions[name];
  const answer = answers[name];
  return answer ? { label, text: answer } : { label, text: hint, role: "open" };
};

const heading = (label: Texts): Line => ({ label, text: "", role: "heading" });
const orNone = (lines: readonly Line[], label: Texts): readonly Line[] =>
  lines.length > 0 ? lines : [{ label, text: words.none }];

const release: readonly Question[] = ["signedBy", "signedOn"];

function linesOf(passport: Passport): Line[] {
  const { answers, sheets, methods, data, guards, errors, warnings, notes, accepted, version } = passport;
  const answer = asked(answers);
  const counts = countedLevels({ error: errors, warning: warnings, note: notes });
  return [
    { label: passportName, text: "", role: "title" },
    ...questionNames.filter((name) => !release.includes(name)).map(answer),
    { label: words.made, text: `Industry Policy Workbench ${version}` },
    heading(words.sheets),
    ...sheets.map(({ name, formulas, hidden }): Line => ({
      label: both(() => name),
      text: both((language) => [formulaCount(formulas)[language], ...(hidden ? [words.hidden[language]] : [])].join(", ")),
    })),
    heading(words.methods),
    ...orNone(methods.map(({ definition, cells, first }): Line => ({
      label: both((language) => `${definition.name} ${definition.title[language]}`),
      text: both((language) => `${definition.method[language]} ${definition.source} (${cellCount(cells, first)[language]})`),
    })), words.methods),
    heading(words.data),
    ...orNone(data.map(({ id, title, source, version: of, cells = 0 }): Line => ({
      label: both((language) => (title[language] === id ? id : `${id} ${title[language]}`)),
      text: both((language) =>
        `${source[language]}; ${words.version[language]} ${of}${cells > 0 ? ` (${formulaCount(cells)[language]})` : ""}`),
    })), words.data),
    heading(words.guards),
    ...orNone(guards.map(({ definition: { name }, text, cells, first }): Line => ({
      label: both(() => name),
      text: both((language) => `${text[language]} (${cellCount(cells, first)[language]})`),
    })), words.guards),
    heading(words.checks),
    { label: words.found, text: counts },
    ...accepted.map(({ what, reason }): Line => ({
      label: words.accepted,
      text: both((language) => `${what[language]}: ${reason}`),
    })),
    heading(words.release),
    ...release.map(answer),
  ];
}

const formats: Readonly<Record<NonNullable<Line["role"]>, CellFormat>> = {
  title: { bold: true, fontSize: 16 },
  heading: { bold: true, fill: "#dceff2" },
  open: { italic: true, colour: "#6b4f00", wrap: true },
};

const inWords = (text: Texts | string, languages: readonly Language[]): string => {
  if (typeof text === "string") return text;
  return [...new Set(languages.map((language) => text[language]))].join("\n");
};

/** The passport as a sheet of plain cells: labels in the first column, what they say in the second. */
export function passportSheet(passport: Passport, languages: readonly Language[]): SheetContent {
  const cells = linesOf(passport).flatMap(({ label, text, role }, row): CellContent[] => {
    const format = role === "title" || role === "heading" ? formats[role] : { bold: true, wrap: true };
    const said = inWords(text, languages);
    return [
      { row, column: 0, value: inWords(label, languages), format },
      ...(said === "" ? [] : [{ row, column: 1, value: said, format: role === "open" ? formats.open : { wrap: true } }]),
    ];
  });
  return { name: passportName[languages[0]!], cells, tables: [], merges: [], columnWidths: { 0: 34, 1: 90 } };
}

const isPassport = ({ name }: SheetContent): boolean => Object.values(passportName).includes(name);

/** The passport's place among the sheets, where there is one. */
export const passportIn = (sheets: readonly SheetContent[]): SheetContent | undefined => sheets.find(isPassport);

/** What somebody has written beside the questions on the sheet. */
export function answersOn({ cells }: SheetContent): Answers {
  const beside = new Map(cells.filter(({ column }) => column === 1).map(({ row, value }) => [row, value]));
  const answers: Partial<Record<Question, string>> = {};
  for (const { row, column, value } of cells) {
    const name = column === 0 ? questionNames.find((each) => saysOf(questions[each].label, value)) : undefined;
    const written = beside.get(row) ?? null;
    if (!name || written === null || saysOf(questions[name].hint, written)) continue;
    answers[name] = typeof written === "number" && name === "signedOn" ? dayOf(written) : String(written);
  }
  return answers;
}

/** What the author has answered so far: on the sheet, else in the part for programs. */
export function answersOf({ customXml, sheets }: WorkbookContent): Answers {
  const sheet = passportIn(sheets);
  return { ...answersIn(customXml), ...(sheet && answersOn(sheet)) };
}

/** In one language or in both, whichever comes first. */
const saysOf = ({ en, zh }: Texts, value: unknown): boolean =>
  [en, zh, `${en}\n${zh}`, `${zh}\n${en}`].includes(String(value));

/** Excel turns a typed day into a number of days. */
const dayOf = (serial: number): string =>
  new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);

/** The workbook with its passport: on the sheet there is, or on a new one in front. */
export function withPassport(
  content: WorkbookContent,
  passport: Passport,
  languages: readonly Language[],
): WorkbookContent {
  const sheet = passportSheet(passport, languages);
  const present = passportIn(content.sheets);
  const others = content.customXml.filter((xml) => rootNamespace(xml) !== passportNamespace);
  return {
    ...content,
    sheets: present
      ? content.sheets.map((each) => (each === present ? { ...sheet, name: each.name, id: each.id } : each))
      : [sheet, ...content.sheets],
    customXml: [...others, passportXml(passport)],
  };
}
