import type { Texts } from "../../refusal";
import type { CellContent } from "../../xlsx/content";
import { blocksBy } from "../blocks";
import type { Book } from "../book";
import type { Finding } from "../finding";

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The last sign of an identity number checks the others (GB 11643-1999). */
function isIdentityNumber(text: string): boolean {
  const [digits] = /(?<!\d)[1-9]\d{16}[\dX](?!\d)/i.exec(text) ?? [];
  if (digits === undefined) return false;
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return "10X98765432"[sum % 11] === digits[17]!.toUpperCase();
}

const kinds: readonly { readonly name: Texts; readonly found: (text: string) => boolean }[] = [
  { name: { en: "an e-mail address", zh: "电子邮箱" }, found: (text) => /[\w.+-]+@[\w-]+\.[a-z]{2,}/i.test(text) },
  { name: { en: "a mobile number", zh: "手机号码" }, found: (text) => /(?<!\d)1[3-9]\d{9}(?!\d)/.test(text) },
  { name: { en: "an identity number", zh: "身份证号" }, found: isIdentityNumber },
];

interface Found {
  readonly cell: CellContent;
  readonly sheet: string;
  readonly kind: Texts;
}

function personalIn(sheet: string, cell: CellContent): Found[] {
  const texts = [cell.value, cell.note].filter((each) => typeof each === "string");
  return kinds.filter(({ found }) => texts.some(found)).map(({ name: kind }) => ({ cell, sheet, kind }));
}

/** What names a person, in cells and notes. */
export const personalData = ({ sheets }: Book): Finding[] => {
  const found = sheets.flatMap(({ name, content }) => content.cells.flatMap((cell) => personalIn(name, cell)));
  const blocks = blocksBy(found, ({ cell }) => cell, ({ sheet, kind }) => sheet + kind.en);
  return blocks.map(({ address, members: [first] }) => ({
    rule: "personal-data",
    level: "warning",
    sheet: first!.sheet,
    address,
    what: { en: `${address} looks like ${first!.kind.en}`, zh: `${address} 疑似${first!.kind.zh}` },
    why: {
      en: "It travels with the workbook. Delete it, or make sure that it may be passed on.",
      zh: "它会随工作簿一起传出。请删除，或确认可以外传。",
    },
    about: first!.kind.en,
  }));
};
