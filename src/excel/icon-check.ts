import {
  attribute,
  childElements,
  elementsNamed,
  pathBelow,
  resourcesOf,
  unless,
  type Document,
  type Element,
  type Served,
} from "./manifest-document";

const mandatory = [16, 32, 80];

interface Wanted {
  readonly address: string;
  readonly size: number;
}

/** Every icon there, a picture, and of the size that the manifest promises. */
export function iconFaults(document: Document, served: Served): string[] {
  const icons = elementsNamed(document, "Icon");
  const wanted = [
    ...owned(document, "IconUrl", 32),
    ...owned(document, "HighResolutionIconUrl", 64),
    ...icons.flatMap((icon) => imagesOf(icon, document)),
  ];
  const distinct = new Map(wanted.map((one) => [`${one.address} ${one.size}`, one]));
  const pictures = [...distinct.values()].filter(({ address }) => address);
  return [...icons.flatMap(missingSizes), ...pictures.flatMap((one) => pictureFaults(one, document, served))];
}

const owned = (document: Document, name: string, size: number): readonly Wanted[] =>
  elementsNamed(document, name).map((element) => ({ address: attribute(element, "DefaultValue"), size }));

const sizeOf = (image: Element): number => Number(attribute(image, "size"));

function imagesOf(icon: Element, document: Document): readonly Wanted[] {
  const addresses = new Map(resourcesOf(document).map(({ id, value }) => [id, value]));
  return childElements(icon).map((image) => ({
    address: addresses.get(attribute(image, "resid")) ?? "",
    size: sizeOf(image),
  }));
}

function missingSizes(icon: Element): string[] {
  const sizes = childElements(icon).map(sizeOf);
  const owner = attribute(icon.parentNode as Element, "id");
  return mandatory.flatMap((size) =>
    unless(sizes.includes(size), `the icon of ${owner} has no image of ${size} pixels`));
}

function pictureFaults({ address, size }: Wanted, document: Document, served: Served): string[] {
  const bytes = served.file(pathBelow(document, address));
  if (!bytes) return [`${address} is not among the built files`];
  const found = pngSize(bytes);
  if (!found) return [`${address} is no PNG`];
  const [width, height] = found;
  return unless(
    width === size && height === size,
    `${address} is ${width} × ${height} pixels, not ${size} × ${size}`,
  );
}

const signature = [0x89, 0x50, 0x4e, 0x47];

/** Width and height stand in the first chunk of every PNG. */
function pngSize(bytes: Uint8Array): readonly [width: number, height: number] | undefined {
  if (bytes.length < 24 || signature.some((byte, i) => bytes[i] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}
