import { DOMParser, type Document, type Element } from "@xmldom/xmldom";

export type { Document, Element } from "@xmldom/xmldom";

const basicTypes = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";
const instance = "http://www.w3.org/2001/XMLSchema-instance";

/** What the manifest speaks of, as it will be served. */
export interface Served {
  /** A file by its path below the address, such as `icons/icon-16.png`. */
  file(path: string): Uint8Array | undefined;
  /** The ids that functions.js hands to `CustomFunctions.associate`. */
  readonly associated: readonly string[];
  /** The names that the pane's page hands to `Office.actions.associate`. */
  readonly actions: readonly string[];
  /** The locales that every text is written in besides the default one. */
  readonly locales: readonly string[];
}

/** A rule that holds has no fault to tell. */
export const unless = (holds: boolean, fault: string): string[] => (holds ? [] : [fault]);

interface Located {
  readonly locator?: { readonly lineNumber?: number; readonly columnNumber?: number };
}

/** The manifest as elements; an error of XML is thrown with its line and column. */
export function parsedManifest(xml: string): Document {
  const onError = (_level: string, message: string, { locator }: Located): never => {
    throw new SyntaxError(`${message} (line ${locator?.lineNumber}, column ${locator?.columnNumber})`);
  };
  return new DOMParser({ onError }).parseFromString(xml, "text/xml");
}

export const childElements = (element: Element): readonly Element[] =>
  Array.from(element.childNodes).filter((node): node is Element => node.nodeType === 1);

/** With `bt:` for Office's basic types, whichever prefix the manifest gives them. */
export const qualifiedName = (element: Element): string =>
  element.namespaceURI === basicTypes ? `bt:${element.localName}` : element.localName!;

/** The name, and the xsi:type where there is one. */
export const kindOf = (element: Element): string =>
  `${qualifiedName(element)} ${element.getAttributeNS(instance, "type") ?? ""}`.trim();

export const elementsNamed = (within: Document | Element, ...names: readonly string[]): readonly Element[] =>
  names.flatMap((name) => Array.from(within.getElementsByTagNameNS("*", name)));

/** The elements inside all elements of a name. */
export const contentOf = (document: Document, ...names: readonly string[]): readonly Element[] =>
  elementsNamed(document, ...names).flatMap(childElements);

export const attribute = (element: Element | undefined, name: string): string => element?.getAttribute(name) ?? "";

export const textOf = (element: Element | undefined): string => element?.textContent?.trim() ?? "";

/** An icon, address or text under <Resources>. */
export interface ResourceElement {
  readonly list: string;
  readonly id: string;
  readonly value: string;
  readonly overrides: readonly Override[];
}

interface Override {
  readonly locale: string;
  readonly value: string;
}

export const resourcesOf = (document: Document): readonly ResourceElement[] =>
  ["Images", "Urls", "ShortStrings", "LongStrings"].flatMap((list) =>
    contentOf(document, list).map((element) => ({
      list,
      id: attribute(element, "id"),
      value: attribute(element, "DefaultValue"),
      overrides: overridesOf(element),
    })));

export const overridesOf = (element: Element): readonly Override[] =>
  childElements(element).map((one) => ({ locale: attribute(one, "Locale"), value: attribute(one, "Value") }));

/** The value in the default locale and in all others. */
export const everyValue = ({ value, overrides }: Pick<ResourceElement, "value" | "overrides">): readonly string[] =>
  [value, ...overrides.map((one) => one.value)];

/** Where the pane is opened from, in the part of the manifest that old versions of Office read. */
export const paneAddress = (document: Document): string =>
  attribute(contentOf(document, "DefaultSettings")[0], "DefaultValue");

/** The path of an address below the one that serves the pane. */
export function pathBelow(document: Document, address: string): string {
  const pane = paneAddress(document);
  if (!URL.canParse(pane) || !URL.canParse(address)) return "";
  const base = new URL(".", pane);
  return address.startsWith(base.href) ? new URL(address).pathname.slice(base.pathname.length) : "";
}
