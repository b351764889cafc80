import { ImportRefusal } from "./import-refusal";

export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
}

/** The text of a file: by its byte order mark, else UTF-8 if it is that, else what Chinese systems write. */
export function decodedText(bytes: Uint8Array): DecodedText {
  if (bytes.every((byte) => byte === 0)) throw nothingInIt;
  const marked = marks.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
  const found = marked ? decoded(bytes, marked.encoding) : unmarked(bytes);
  if (!found || isBinary(found.text)) throw noText;
  if (found.text.trim() === "") throw nothingInIt;
  return found;
}

const marks = [
  { mark: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
];

function unmarked(bytes: Uint8Array): DecodedText | undefined {
  const wide = wideEncoding(bytes);
  if (wide) return decoded(bytes, wide);
  return decoded(bytes, "utf-8") ?? decoded(bytes, "gb18030");
}

function decoded(bytes: Uint8Array, encoding: string): DecodedText | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return undefined;
  }
}

const looked = 4_096;

/** Commas, digits and line ends have a zero byte on one side in UTF-16, and none in other texts. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, looked);
  const zeros = [0, 0];
  start.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]!++;
  });
  const [even, odd] = zeros as [number, number];
  if (Math.max(even, odd) < start.length / 10 || Math.min(even, odd) > 0) return undefined;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** Signs that no text holds; more than a stray one, and the file is something else. */
const unprintable = /[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g;

function isBinary(text: string): boolean {
  const found = text.slice(0, 100_000).match(unprintable)?.length ?? 0;
  return found > 0 && (text.includes("\0") || found > text.length / 1_000);
}

const nothingInIt = new ImportRefusal(
  { en: "The file is empty.", zh: "文件为空。" },
  {
    en: "Choose a file with a header row and rows below it.",
    zh: "请选择包含标题行和数据行的文件。",
  },
);

const noText = new ImportRefusal(
  {
    en: "The file is no text: it is a picture, a program or in a format that cannot be read here.",
    zh: "该文件不是文本，可能是图片、程序或无法读取的格式。",
  },
  {
    en: "Choose a .csv, .xlsx or Data Package .zip file.",
    zh: "请选择 .csv、.xlsx 或 Data Package .zip 文件。",
  },
);
