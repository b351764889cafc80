import { Inflate, zipSync, type Zippable } from "fflate";
import { crc32 } from "./crc32";
import {
  binaryFormat, damagedFile, duplicateEntry, fileTooLarge, notAWorkbook, oldFormat, openDocument, partTooLarge,
  passwordProtected, suspiciousPacking, tooManyParts, unpackedTooLarge, unsafePath, WorkbookError,
} from "./failures";
import {
  MAX_FILE_BYTES, MAX_PACKING_RATIO, MAX_PART_BYTES, MAX_PARTS, MAX_UNPACKED_BYTES, MIN_BYTES_FOR_RATIO,
} from "./limits";

/** The unpacked entries of a package by their paths, in the order of the file. */
export type Parts = ReadonlyMap<string, Uint8Array>;

interface Entry {
  readonly path: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const COMPOUND_FILE = 0xe011cfd0;
const STORED = 0;
const DEFLATED = 8;

/** Bytes given to the inflater at a time: what it answers before the next check stays small. */
const STEP = 16_384;

/**
 * Unpacks a file after its directory has been checked: sizes are compared with the limits
 * before anything is inflated, and an entry that turns out larger than it says is stopped there.
 */
export function unpack(bytes: Uint8Array): Parts {
  refuseOtherFormats(bytes);
  const entries = directory(bytes).filter(({ path }) => !path.endsWith("/"));
  checkPaths(entries);
  checkSizes(entries);
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries) parts.set(entry.path, unpackEntry(bytes, entry));
  refuseOtherPackages(parts);
  return parts;
}

/** A higher level takes twice the time to save three bytes of a hundred. */
const LEVEL = 4;

/** Without dates, so that equal parts give equal files. */
export function pack(parts: Parts): Uint8Array {
  const entries: Zippable = {};
  for (const [path, content] of parts) entries[path] = content;
  return zipSync(entries, { level: LEVEL, mtime: new Date(1980, 0, 1) });
}

function refuseOtherFormats(bytes: Uint8Array): void {
  if (bytes.length > MAX_FILE_BYTES) throw fileTooLarge(MAX_FILE_BYTES);
  const signature = bytes.length < 4 ? 0 : view(bytes).getUint32(0, true);
  if (signature === COMPOUND_FILE) throw holdsEncryptedPackage(bytes) ? passwordProtected() : oldFormat();
  if (signature !== LOCAL_ENTRY && signature !== END_OF_DIRECTORY) throw notAWorkbook();
}

/** A workbook with a password is an old compound file with a stream of this name, in UTF-16. */
function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  const name = [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(name[0]); at >= 0; at = bytes.indexOf(name[0], at + 1)) {
    if (name.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

function refuseOtherPackages(parts: Parts): void {
  if (parts.has("xl/workbook.bin")) throw binaryFormat();
  if (parts.has("mimetype") && parts.has("content.xml")) throw openDocument();
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function directory(bytes: Uint8Array): Entry[] {
  const data = view(bytes);
  const end = endOfDirectory(data);
  const count = data.getUint16(end + 10, true);
  if (count > MAX_PARTS) throw tooManyParts(MAX_PARTS);
  const entries: Entry[] = [];
  let at = data.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || data.getUint32(at, true) !== DIRECTORY_ENTRY) throw damagedFile();
    entries.push(entryAt(bytes, data, at));
    at += 46 + data.getUint16(at + 28, true) + data.getUint16(at + 30, true) + data.getUint16(at + 32, true);
  }
  return entries;
}

function endOfDirectory(data: DataView): number {
  const earliest = Math.max(0, data.byteLength - 22 - 0xffff);
  for (let at = data.byteLength - 22; at >= earliest; at--) {
    if (data.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw damagedFile();
}

function entryAt(bytes: Uint8Array, data: DataView, at: number): Entry {
  const nameLength = data.getUint16(at + 28, true);
  const flags = data.getUint16(at + 8, true);
  if (flags & 1) throw passwordProtected();
  const extra = at + 46 + nameLength;
  const sizes = {
    unpacked: data.getUint32(at + 24, true),
    packed: data.getUint32(at + 20, true),
    offset: data.getUint32(at + 42, true),
  };
  return {
    path: new TextDecoder().decode(bytes.subarray(at + 46, extra)),
    method: data.getUint16(at + 10, true),
    crc: data.getUint32(at + 16, true),
    ...longSizes(data, extra, data.getUint16(at + 30, true), sizes),
  };
}

type Sizes = Pick<Entry, "unpacked" | "packed" | "offset">;

/** Some programs write 64-bit sizes even for small files: the field holds those that read 0xffffffff, in order. */
function longSizes(data: DataView, start: number, length: number, sizes: Sizes): Sizes {
  const long = { ...sizes };
  for (let at = start; at + 4 <= start + length; at += 4 + data.getUint16(at + 2, true)) {
    if (data.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    for (const name of ["unpacked", "packed", "offset"] as const) {
      if (sizes[name] !== 0xffffffff) continue;
      long[name] = Number(data.getBigUint64(field, true));
      field += 8;
    }
  }
  return long;
}

function checkPaths(entries: readonly Entry[]): void {
  const seen = new Set<string>();
  for (const { path } of entries) {
    if (/^[/\\]|^[a-z]:|\\|\0/i.test(path) || path.split("/").includes("..")) throw unsafePath(path);
    const key = path.toLowerCase();
    if (seen.has(key)) throw duplicateEntry(path);
    seen.add(key);
  }
}

function checkSizes(entries: readonly Entry[]): void {
  let total = 0;
  for (const { path, packed, unpacked } of entries) {
    if (unpacked > MAX_PART_BYTES) throw partTooLarge(path, MAX_PART_BYTES);
    if (unpacked > MIN_BYTES_FOR_RATIO && unpacked > packed * MAX_PACKING_RATIO) throw suspiciousPacking(path);
    total += unpacked;
  }
  if (total > MAX_UNPACKED_BYTES) throw unpackedTooLarge(MAX_UNPACKED_BYTES);
}

function unpackEntry(bytes: Uint8Array, entry: Entry): Uint8Array {
  const data = view(bytes);
  const { offset, packed } = entry;
  if (offset + 30 > bytes.length || data.getUint32(offset, true) !== LOCAL_ENTRY) throw damagedFile();
  const start = offset + 30 + data.getUint16(offset + 26, true) + data.getUint16(offset + 28, true);
  if (start + packed > bytes.length) throw damagedFile();
  const content = bytes.subarray(start, start + packed);
  const unpacked = entry.method === DEFLATED ? inflated(content, entry) : stored(content, entry);
  if (crc32(unpacked) !== entry.crc) throw damagedFile();
  return unpacked;
}

function stored(content: Uint8Array, { method, unpacked }: Entry): Uint8Array {
  if (method !== STORED || content.length !== unpacked) throw damagedFile();
  return content.slice();
}

function inflated(content: Uint8Array, { path, unpacked }: Entry): Uint8Array {
  const result = new Uint8Array(unpacked);
  let length = 0;
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > unpacked) throw suspiciousPacking(path);
    result.set(chunk, length);
    length += chunk.length;
  });
  for (let at = 0; at < content.length; at += STEP) {
    inflateStep(inflate, content.subarray(at, at + STEP), at + STEP >= content.length);
  }
  if (length !== unpacked) throw damagedFile();
  return result;
}

function inflateStep(inflate: Inflate, step: Uint8Array, last: boolean): void {
  try {
    inflate.push(step, last);
  } catch (error) {
    throw error instanceof WorkbookError ? error : damagedFile(error);
  }
}
