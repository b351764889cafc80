import { counted, type Language } from "../refusal";
import type { Check } from "../sharing/check";
import type { Finding } from "../sharing/finding";
import { xmlElement } from "../xlsx/xml-editor";

/** What a format needs to know of the check. */
export interface Audited extends Check {
  /** The file as it was named. */
  readonly book: string;
  readonly version: string;
  readonly language: Language;
}

type Format = (audited: Audited) => string;

const place = ({ sheet, address }: Finding): string => [sheet, address].filter(Boolean).join("!");

const text: Format = ({ findings, ignored, language }) => {
  const lines = findings.flatMap((finding) => [
    `${finding.level.padEnd(8)}${place(finding)}  ${finding.what[language]}`,
    `        ${finding.why[language]}`,
  ]);
  const summary = { en: `${counted(findings.length, "finding")}, ${ignored.length} accepted.`, zh: `${findings.length} 项发现，${ignored.length} 项已接受。` };
  return [...lines, summary[language]].join("\n");
};

const json: Format = ({ book, findings, ignored }) => JSON.stringify({ book, findings, ignored }, undefined, 2);

/** A suite of one case for each finding; what the author accepts is skipped, a note is no failure. */
const junit: Format = ({ book, findings, ignored, language }) => {
  const cases = [
    ...findings.map((finding) => testCase(finding, language, finding.level === "note" ? note : failure)),
    ...ignored.map(({ finding, reason }) => testCase(finding, language, () => xmlElement("skipped", { message: reason }))),
  ];
  const failures = findings.filter(({ level }) => level !== "note").length;
  const attributes = { name: book, tests: cases.length, failures, skipped: ignored.length };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlElement("testsuite", attributes, cases.join(""))}`;
};

const failure = (finding: Finding, language: Language): string =>
  xmlElement("failure", { type: finding.level, message: `${finding.what[language]} ${finding.why[language]}` });

const note = (finding: Finding, language: Language): string =>
  xmlElement("system-out", {}, xmlElement("note", { message: finding.why[language] }));

const testCase = (finding: Finding, language: Language, inner: typeof failure): string =>
  xmlElement(
    "testcase",
    { classname: finding.rule, name: `${place(finding)} ${finding.what[language]}`.trim() },
    inner(finding, language),
  );

const sarif: Format = ({ book, findings, ignored, version, language }) => JSON.stringify({
  $schema: "https://json.schemastore.org/sarif-2.1.0.json",
  version: "2.1.0",
  runs: [{
    tool: { driver: { name: "policy audit", version, rules: rulesOf([...findings, ...ignored.map(({ finding }) => finding)]) } },
    results: [
      ...findings.map((finding) => result(finding, book, language)),
      ...ignored.map(({ finding, reason }) => ({
        ...result(finding, book, language),
        suppressions: [{ kind: "external", justification: reason }],
      })),
    ],
  }],
}, undefined, 2);

const rulesOf = (findings: readonly Finding[]) => [...new Set(findings.map(({ rule }) => rule))].map((id) => ({ id }));

const result = (finding: Finding, book: string, language: Language) => ({
  ruleId: finding.rule,
  level: finding.level,
  message: { text: `${finding.what[language]} ${finding.why[language]}` },
  locations: [{
    physicalLocation: { artifactLocation: { uri: encodeURI(book.replaceAll("\\", "/")) } },
    ...(finding.sheet && { logicalLocations: [{ fullyQualifiedName: place(finding), kind: "object" }] }),
  }],
});

export const formats = { text, json, junit, sarif } as const satisfies Record<string, Format>;
export type FormatName = keyof typeof formats;
