import { functionFaults } from "./function-check";
import { iconFaults } from "./icon-check";
import {
  attribute,
  childElements,
  contentOf,
  elementsNamed,
  everyValue,
  kindOf,
  overridesOf,
  paneAddress,
  parsedManifest,
  qualifiedName,
  resourcesOf,
  textOf,
  unless,
  type Document,
  type Element,
  type Served,
} from "./manifest-document";
import { orderFaults } from "./manifest-order";

/**
 * All that Office would refuse, or silently ignore, in a manifest, as far as it shows without Office:
 * Microsoft's own check needs the network, and does not look at the files that the manifest names.
 */
export function manifestFaults(xml: string, served: Served): string[] {
  let document: Document;
  try {
    document = parsedManifest(xml);
  } catch (thrown) {
    return [`not well-formed: ${(thrown as Error).message}`];
  }
  const root = document.documentElement!;
  if (kindOf(root) !== "OfficeApp TaskPaneApp") return [`the root is ${kindOf(root)}, not OfficeApp TaskPaneApp`];
  return [...orderFaults(root), ...rules.flatMap((rule) => rule(document, served))];
}

type Rule = (document: Document, served: Served) => string[];

const rules: readonly Rule[] = [
  identityFaults, doubles, referenceFaults, runtimeFaults, lengthFaults, addressFaults, localeFaults,
  translationFaults, commandFaults, habitFaults, requirementFaults, iconFaults, functionFaults,
];

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Elements of the old part of the manifest, which has no resources. */
const ownElements = (document: Document, ...names: readonly string[]): readonly Element[] =>
  childElements(document.documentElement!).filter((element) => names.includes(qualifiedName(element)));

function identityFaults(document: Document): string[] {
  const id = textOf(ownElements(document, "Id")[0]);
  const version = textOf(ownElements(document, "Version")[0]);
  return [
    ...unless(guid.test(id), `the id "${id}" is no GUID`),
    ...unless(/^\d{1,5}(\.\d{1,5}){1,3}$/.test(version), `the version "${version}" is not of the form 1.0.0.0`),
  ];
}

const controlIds = (document: Document): readonly string[] =>
  elementsNamed(document, "CustomTab", "Group", "Control").map((element) => attribute(element, "id"));

function doubles(document: Document): string[] {
  const resourceIds = resourcesOf(document).map(({ id }) => id);
  return [
    ...repeated(resourceIds).map((id) => `two resources have the id ${id}`),
    ...repeated(controlIds(document)).map((id) => `two controls, groups or tabs have the id ${id}`),
  ];
}

const repeated = (names: readonly string[]): readonly string[] =>
  [...new Set(names.filter((name, i) => names.indexOf(name) !== i))];

/** Which list of resources an element points into. */
const listOf: Readonly<Record<string, string>> = {
  Label: "ShortStrings",
  Title: "ShortStrings",
  Namespace: "ShortStrings",
  Description: "LongStrings",
  "bt:Image": "Images",
  SourceLocation: "Urls",
  FunctionFile: "Urls",
  LearnMoreUrl: "Urls",
  Runtime: "Urls",
};

function referenceFaults(document: Document): string[] {
  const lists = new Map(resourcesOf(document).map(({ id, list }) => [id, list]));
  const references = elementsNamed(document, "*").filter((element) => element.hasAttribute("resid"));
  return references.flatMap((element) => {
    const [name, resid] = [qualifiedName(element), attribute(element, "resid")];
    const [list, wanted] = [lists.get(resid), listOf[name]];
    if (!list) return [`<${name}> names the resource "${resid}", which does not exist`];
    return unless(list === wanted, `<${name}> names "${resid}", which is among the ${list}, not the ${wanted}`);
  });
}

/** In the shared runtime one page is everything: another resid, even of the same address, is another runtime. */
function runtimeFaults(document: Document): string[] {
  const [runtime] = elementsNamed(document, "Runtime");
  if (!runtime) return ["there is no <Runtime>"];
  const page = attribute(runtime, "resid");
  const users = [
    ...contentOf(document, "Page", "Action").filter((element) => qualifiedName(element) === "SourceLocation"),
    ...elementsNamed(document, "FunctionFile"),
  ];
  const others = users.filter((element) => attribute(element, "resid") !== page);
  const address = resourcesOf(document).find(({ id }) => id === page)?.value;
  const pane = paneAddress(document);
  return [
    ...unless(attribute(runtime, "lifetime") === "long", "the runtime's lifetime is not long"),
    ...others.map((element) => {
      const [place, other] = [element.parentNode!.nodeName, attribute(element, "resid")];
      return `<${place}> uses the page "${other}", the runtime "${page}": they must be one`;
    }),
    ...unless(pane === address, `the pane opens ${pane}, the runtime ${address}: they must be one`),
  ];
}

const limits: Readonly<Record<string, number>> = {
  ProviderName: 125, DisplayName: 125, Description: 250,
  Images: 2048, Urls: 2048, ShortStrings: 125, LongStrings: 250,
};

function lengthFaults(document: Document): string[] {
  const own = ownElements(document, "ProviderName", "DisplayName", "Description").flatMap((element) => {
    const name = qualifiedName(element);
    const value = attribute(element, "DefaultValue") || textOf(element);
    return everyValue({ value, overrides: overridesOf(element) })
      .flatMap((text) => tooLong(`<${name}>`, text, limits[name]!));
  });
  const resources = resourcesOf(document).flatMap((resource) => [
    ...tooLong(`the resource id "${resource.id}"`, resource.id, 32),
    ...everyValue(resource).flatMap((text) => tooLong(`"${resource.id}"`, text, limits[resource.list]!)),
  ]);
  const controls = controlIds(document).flatMap((id) => tooLong(`the control id "${id}"`, id, 125));
  return [...own, ...resources, ...controls];
}

function tooLong(what: string, text: string, limit: number): string[] {
  if (text === "") return [`${what} is empty`];
  return unless(text.length <= limit, `${what} has ${text.length} characters; at most ${limit} are allowed`);
}

function addressFaults(document: Document): string[] {
  const own = elementsNamed(document, "IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation")
    .filter((element) => element.hasAttribute("DefaultValue"))
    .flatMap((element) => everyValue({ value: attribute(element, "DefaultValue"), overrides: overridesOf(element) }));
  const resources = resourcesOf(document).filter(({ list }) => !list.endsWith("Strings")).flatMap(everyValue);
  return [...new Set([...own, ...resources])].flatMap((address) => {
    const encrypted = URL.canParse(address) && new URL(address).protocol === "https:";
    return unless(encrypted, `"${address}" is no https address`);
  });
}

const culture = /^[a-z]{2,3}-([A-Z]{2}|[A-Z][a-z]{3}(-[A-Z]{2})?)$/;

function localeFaults(document: Document): string[] {
  const overrides = elementsNamed(document, "Override").map((element) => attribute(element, "Locale"));
  const locales = new Set([textOf(ownElements(document, "DefaultLocale")[0]), ...overrides]);
  return [...locales].flatMap((locale) => unless(culture.test(locale), `"${locale}" is no locale`));
}

/** A text that is not translated shows in English among Chinese ones. A namespace is no text. */
function translationFaults(document: Document, { locales }: Served): string[] {
  const own = ownElements(document, "DisplayName", "Description")
    .map((element) => ({ id: `<${qualifiedName(element)}>`, overrides: overridesOf(element) }));
  const namespaces = elementsNamed(document, "Namespace").map((element) => attribute(element, "resid"));
  const metadata = contentOf(document, "Metadata").map((element) => attribute(element, "resid"));
  const resources = resourcesOf(document).filter(({ id, list }) =>
    metadata.includes(id) || (list.endsWith("Strings") && !namespaces.includes(id)));
  return [...own, ...resources].flatMap(({ id, overrides }) => {
    const written = overrides.map((one) => one.locale);
    return locales.filter((locale) => !written.includes(locale)).map((locale) => `"${id}" has no ${locale} form`);
  });
}

function commandFaults(document: Document, { actions }: Served): string[] {
  const names = elementsNamed(document, "FunctionName").map(textOf);
  return names.flatMap((name) => unless(actions.includes(name), `no page code answers the action ${name}`));
}

/** What Office allows and the recipients of a workbook would suffer from. */
function habitFaults(document: Document): string[] {
  const panes = elementsNamed(document, "TaskpaneId").map(textOf);
  return [
    ...unless(
      elementsNamed(document, "EquivalentAddins").length === 0,
      "<EquivalentAddins> changes how Excel stores our formulas, and workbooks break when it changes again",
    ),
    ...unless(
      !panes.includes("Office.AutoShowTaskpaneWithDocument"),
      "the pane opens by itself, which shows an error to recipients who do not have the add-in",
    ),
  ];
}

/** Each further requirement hides the add-in from versions of Excel in which most of it works. */
function requirementFaults(document: Document): string[] {
  const sets = elementsNamed(document, "Set")
    .map((set) => `${attribute(set, "Name")} ${attribute(set, "MinVersion")}`)
    .join(", ");
  const wanted = "SharedRuntime 1.1";
  return unless(sets === wanted, `it requires ${sets || "nothing"} instead of ${wanted} alone`);
}
