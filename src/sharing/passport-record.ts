import { recordIn, recordsNamespace } from "../xlsx/records";
import { children } from "../xlsx/xml";
import { xmlElement } from "../xlsx/xml-editor";
import { questionNames, type Answers, type Passport } from "./passport";

export const passportNamespace = `${recordsNamespace}passport`;

/** The passport for programs. */
export function passportXml(passport: Passport): string {
  const { answers, methods, data, guards, errors, warnings, notes, accepted, version } = passport;
  const inner = [
    ...questionNames.map((name) => xmlElement("answer", { question: name, text: answers[name] ?? "" })),
    ...methods.map(({ definition: { name, source }, cells }) => xmlElement("method", { function: name, source, cells })),
    ...data.map(({ id, version: of, cells }) => xmlElement("data", { table: id, version: of, cells })),
    ...guards.map(({ definition: { name }, text, cells, first }) =>
      xmlElement("guard", { function: name, text: text.en, cells, first })),
    xmlElement("checks", { errors, warnings, notes, accepted: accepted.length }),
  ];
  return xmlElement("passport", { xmlns: passportNamespace, version }, inner.join(""));
}

/** What the author has answered before. */
export function answersIn(customXml: readonly string[]): Answers {
  const record = recordIn(customXml, passportNamespace);
  const written = record ? children(record, "answer") : [];
  return Object.fromEntries(questionNames.flatMap((name) => {
    const text = written.find(({ attributes }) => attributes.question === name)?.attributes.text;
    return text ? [[name, text]] : [];
  }));
}
