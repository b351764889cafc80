import product from "../../package.json";
import type { Texts } from "../refusal";
import type { Edition } from "./edition";
import { icons, images, longStrings, shortStrings, urls, type Resource } from "./manifest-resources";
import { actionOf, groups, type Button, type Group } from "./ribbon";
import { element, xmlDocument, type Attributes, type Node } from "./xml-document";

/** Chinese texts and metadata are for this locale; all others read English. */
export const chineseLocale = "zh-CN";

const reference = (name: string, resid: string): Node => element(name, { resid });

/** The add-in's manifest for files served from an address, such as https://localhost:3000. */
export function manifest(edition: Edition, address: string): string {
  return xmlDocument(
    element(
      "OfficeApp",
      {
        xmlns: "http://schemas.microsoft.com/office/appforoffice/1.1",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xmlns:bt": "http://schemas.microsoft.com/office/officeappbasictypes/1.0",
        "xsi:type": "TaskPaneApp",
      },
      element("Id", {}, edition.id),
      element("Version", {}, `${product.version}.0`),
      element("ProviderName", {}, "Industry Policy Workbench"),
      element("DefaultLocale", {}, "en-US"),
      localised("DisplayName", edition.name),
      localised("Description", {
        en: "Industrial-policy models in Excel: functions, reference data and sources. Works without an account.",
        zh: "在 Excel 中建立产业政策模型：函数、参考数据与来源。无需账号。",
      }),
      element("IconUrl", { DefaultValue: `${address}/icons/icon-32.png` }),
      element("HighResolutionIconUrl", { DefaultValue: `${address}/icons/icon-64.png` }),
      element("SupportUrl", { DefaultValue: `${address}/taskpane.html` }),
      element("Hosts", {}, element("Host", { Name: "Workbook" })),
      element("Requirements", {}, element("Sets", { DefaultMinVersion: "1.1" }, sharedRuntime)),
      element("DefaultSettings", {}, element("SourceLocation", { DefaultValue: `${address}/${edition.page}` })),
      element("Permissions", {}, "ReadWriteDocument"),
      versionOverrides(edition, address),
    ),
  );
}

const sharedRuntime = element("Set", { Name: "SharedRuntime", MinVersion: "1.1" });

const localised = (name: string, { en, zh }: Texts): Node =>
  element(name, { DefaultValue: en }, element("Override", { Locale: chineseLocale, Value: zh }));

const versionOverrides = (edition: Edition, address: string): Node =>
  element(
    "VersionOverrides",
    { xmlns: "http://schemas.microsoft.com/office/taskpaneappversionoverrides", "xsi:type": "VersionOverridesV1_0" },
    element(
      "Hosts",
      {},
      element(
        "Host",
        { "xsi:type": "Workbook" },
        element("Runtimes", {}, element("Runtime", { resid: "Taskpane.Url", lifetime: "long" })),
        element("AllFormFactors", {}, customFunctions()),
        element("DesktopFormFactor", {}, getStarted(), reference("FunctionFile", "Taskpane.Url"), ribbon()),
      ),
    ),
    resources(edition, address),
  );

const customFunctions = (): Node =>
  element(
    "ExtensionPoint",
    { "xsi:type": "CustomFunctions" },
    element("Script", {}, reference("SourceLocation", "Functions.Script")),
    element("Page", {}, reference("SourceLocation", "Taskpane.Url")),
    element("Metadata", {}, reference("SourceLocation", "Functions.Metadata")),
    reference("Namespace", "Functions.Namespace"),
  );

const getStarted = (): Node =>
  element(
    "GetStarted",
    {},
    reference("Title", "Start.Title"),
    reference("Description", "Start.Text"),
    reference("LearnMoreUrl", "Taskpane.Url"),
  );

const ribbon = (): Node =>
  element(
    "ExtensionPoint",
    { "xsi:type": "PrimaryCommandSurface" },
    element("CustomTab", { id: "PolicyTab" }, ...groups.map(ribbonGroup), reference("Label", "Tab.Label")),
  );

const ribbonGroup = (group: Group): Node =>
  element(
    "Group",
    { id: `${group.id}Group` },
    reference("Label", `${group.id}Group.Label`),
    icon("icon"),
    ...group.buttons.map(control),
  );

/** All buttons share the one page of the shared runtime, so each runs an action that names its view to the page. */
const control = (button: Button): Node =>
  element(
    "Control",
    { "xsi:type": "Button", id: `${button.id}Button` },
    reference("Label", `${button.id}.Label`),
    element(
      "Supertip",
      {},
      reference("Title", `${button.id}.Label`),
      reference("Description", `${button.id}.Tip`),
    ),
    icon(button.icon),
    element("Action", { "xsi:type": "ExecuteFunction" }, element("FunctionName", {}, actionOf(button))),
  );

const icon = (name: string): Node =>
  element("Icon", {}, ...icons(name).map(({ id, size }) => element("bt:Image", { size: `${size}`, resid: id })));

const resources = (edition: Edition, address: string): Node =>
  element(
    "Resources",
    {},
    element("bt:Images", {}, ...images(address).map((one) => resource("bt:Image", one))),
    element("bt:Urls", {}, ...urls(edition, address).map((one) => resource("bt:Url", one))),
    element("bt:ShortStrings", {}, ...shortStrings(edition).map((one) => resource("bt:String", one))),
    element("bt:LongStrings", {}, ...longStrings(edition).map((one) => resource("bt:String", one))),
  );

function resource(name: string, { id, value, chinese }: Resource): Node {
  const attributes: Attributes = { id, DefaultValue: value };
  if (chinese === undefined) return element(name, attributes);
  return element(name, attributes, element("bt:Override", { Locale: chineseLocale, Value: chinese }));
}
