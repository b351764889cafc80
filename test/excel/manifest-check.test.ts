import { readFileSync } from "node:fs";
import { join } from "node:path";
import { manifestFaults } from "../../src/excel/manifest-check";
import { nameFaults } from "../../src/excel/function-check";
import { built, served } from "./served";

const manifest = built["manifest.xml"]!;

const icon = (name: string): Uint8Array => readFileSync(join(__dirname, "../../assets/icons", name));

function planted(found: string | RegExp, instead: string): string[] {
  const changed = manifest.replace(found, instead);
  expect(changed).not.toBe(manifest);
  return manifestFaults(changed, served());
}

describe("our manifests", () => {
  it.each(["manifest.xml", "manifest.dev.xml"])("%s has no fault", (name) => {
    expect(manifestFaults(built[name]!, served())).toEqual([]);
  });

  it("differ in id, namespace and name, so that both can be installed", () => {
    const told = (text: string) => [/<Id>(.*)<\/Id>/, /Functions.Namespace" DefaultValue="(.*)"/, /<DisplayName DefaultValue="(.*)"/]
      .map((pattern) => pattern.exec(text)![1]);
    expect(told(manifest)).toEqual(["8a354320-7988-40db-8aa1-d4d9982072ae", "POLICY", "Industry Policy Workbench"]);
    told(built["manifest.dev.xml"]!).forEach((value, i) => expect(value).not.toBe(told(manifest)[i]));
  });
});

describe("the check of a manifest notices", () => {
  it.each([
    ["an element that does not end", "</Permissions>", "", /^not well-formed: .*\(line \d+, column \d+\)$/],
    [
      "another kind of add-in",
      'xsi:type="TaskPaneApp"', 'xsi:type="MailApp"',
      "the root is OfficeApp MailApp, not OfficeApp TaskPaneApp",
    ],
    [
      "an element out of order",
      /( *<Version>.*\n)( *<ProviderName>.*\n)/, "$2$1",
      "<Version> must come before <ProviderName> in OfficeApp TaskPaneApp",
    ],
    ["an element that is missing", /<Permissions>.*/, "", "OfficeApp TaskPaneApp lacks <Permissions>"],
    [
      "an element too many",
      "<DefaultLocale>", "<Id>x</Id><DefaultLocale>",
      "OfficeApp TaskPaneApp has <Id> 2 times",
    ],
    [
      "an element that Office does not know",
      "<Permissions>", "<Autostart/><Permissions>",
      "<Autostart> has no place in OfficeApp TaskPaneApp",
    ],
    [
      "a translation in the wrong namespace, which keeps the add-in from loading",
      '<bt:Override Locale="zh-CN" Value="函数"/>', '<Override Locale="zh-CN" Value="函数"/>',
      "<Override> has no place in bt:String",
    ],
    [
      "an id that is no GUID",
      "8a354320-7988", "8a354320+7988",
      'the id "8a354320+7988-40db-8aa1-d4d9982072ae" is no GUID',
    ],
    [
      "a version of another form",
      /<Version>.*</, "<Version>1.0-beta<",
      'the version "1.0-beta" is not of the form 1.0.0.0',
    ],
    [
      "a resource that does not exist",
      'Label resid="Data.Label"', 'Label resid="Date.Label"',
      '<Label> names the resource "Date.Label", which does not exist',
    ],
    [
      "a resource of another kind",
      'Description resid="Data.Tip"', 'Description resid="Data.Label"',
      '<Description> names "Data.Label", which is among the ShortStrings, not the LongStrings',
    ],
    [
      "a resource defined twice",
      'String id="Help.Tip"', 'String id="Data.Tip"',
      "two resources have the id Data.Tip",
    ],
    [
      "two controls of one id",
      'id="DataButton"', 'id="HelpButton"',
      "two controls, groups or tabs have the id HelpButton",
    ],
    [
      "a second page beside the shared runtime's",
      'FunctionFile resid="Taskpane.Url"', 'FunctionFile resid="Functions.Script"',
      '<DesktopFormFactor> uses the page "Functions.Script", the runtime "Taskpane.Url": they must be one',
    ],
    [
      "a pane that is not the runtime's page",
      'SourceLocation DefaultValue="https://localhost:3000/taskpane.html"',
      'SourceLocation DefaultValue="https://localhost:3000/pane.html"',
      "the pane opens https://localhost:3000/pane.html, the runtime https://localhost:3000/taskpane.html: they must be one",
    ],
    [
      "a runtime that ends with the pane",
      'lifetime="long"', 'lifetime="short"',
      "the runtime's lifetime is not long",
    ],
    [
      "a resource id of more than 32 characters",
      /"Start\.Title"/g, `"${"S".repeat(33)}"`,
      `the resource id "${"S".repeat(33)}" has 33 characters; at most 32 are allowed`,
    ],
    [
      "a short text of more than 125 characters",
      'DefaultValue="Data"', `DefaultValue="${"D".repeat(126)}"`,
      '"Data.Label" has 126 characters; at most 125 are allowed',
    ],
    [
      "a long text of more than 250 characters",
      'Value="查找政策', `Value="${"查".repeat(250)}`,
      /^"Functions\.Tip" has 2\d\d characters; at most 250 are allowed$/,
    ],
    [
      "an address of more than 2,048 characters",
      "/functions.js\"", `/${"f".repeat(2048)}"`,
      /^"Functions\.Script" has 20\d\d characters; at most 2048 are allowed$/,
    ],
    ["a text that is empty", 'DefaultValue="Data"', 'DefaultValue=""', '"Data.Label" is empty'],
    [
      "an address without encryption",
      'SupportUrl DefaultValue="https:', 'SupportUrl DefaultValue="http:',
      '"http://localhost:3000/taskpane.html" is no https address',
    ],
    [
      "an address that is none",
      'DefaultValue="https://localhost:3000/functions.js"', 'DefaultValue="functions.js"',
      '"functions.js" is no https address',
    ],
    [
      "an icon that is not there",
      "icons/data-16.png", "icons/date-16.png",
      "https://localhost:3000/icons/date-16.png is not among the built files",
    ],
    [
      "an icon of another size",
      "icons/data-16.png", "icons/data-32.png",
      "https://localhost:3000/icons/data-32.png is 32 × 32 pixels, not 16 × 16",
    ],
    [
      "an icon without one of the sizes that must be",
      '<bt:Image size="80" resid="data.80"/>', "",
      "the icon of DataButton has no image of 80 pixels",
    ],
    [
      "an add-in icon of another size",
      "HighResolutionIconUrl DefaultValue=\"https://localhost:3000/icons/icon-64",
      "HighResolutionIconUrl DefaultValue=\"https://localhost:3000/icons/icon-48",
      "https://localhost:3000/icons/icon-48.png is 48 × 48 pixels, not 64 × 64",
    ],
    ["a button without code", ">openData<", ">openDate<", "no page code answers the action openDate"],
    [
      "a text without its translation",
      '<bt:Override Locale="zh-CN" Value="数据"/>', "",
      '"Data.Label" has no zh-CN form',
    ],
    [
      "a name without its translation",
      '<Override Locale="zh-CN" Value="产业政策工作台"/>', "",
      '"<DisplayName>" has no zh-CN form',
    ],
    [
      "functions without their translation",
      /<bt:Override .*functions\.zh-CN\.json"\/>/, "",
      '"Functions.Metadata" has no zh-CN form',
    ],
    ["a locale that is none", /Locale="zh-CN"/g, 'Locale="chinese"', '"chinese" is no locale'],
    [
      "a namespace that changes with the language",
      'DefaultValue="POLICY"/>',
      'DefaultValue="POLICY"><bt:Override Locale="zh-CN" Value="ZHENGCE"/></bt:String>',
      "the namespace changes with the language, and formulas with it",
    ],
    [
      "a namespace that is no name",
      'DefaultValue="POLICY"', 'DefaultValue="Industry Policy"',
      'the namespace "Industry Policy" is not 3 to 32 capital letters',
    ],
    [
      "a further requirement",
      "</Sets>", '<Set Name="ExcelApi" MinVersion="1.13"/></Sets>',
      "it requires SharedRuntime 1.1, ExcelApi 1.13 instead of SharedRuntime 1.1 alone",
    ],
    [
      "an XLL that would change how formulas are stored",
      "</VersionOverrides>", "<EquivalentAddins/></VersionOverrides>",
      "<EquivalentAddins> changes how Excel stores our formulas, and workbooks break when it changes again",
    ],
    [
      "a pane that opens by itself",
      /<Action xsi:type="ExecuteFunction">\s*<FunctionName>openData<\/FunctionName>/,
      '<Action xsi:type="ShowTaskpane"><TaskpaneId>Office.AutoShowTaskpaneWithDocument</TaskpaneId><SourceLocation resid="Taskpane.Url"/>',
      "the pane opens by itself, which shows an error to recipients who do not have the add-in",
    ],
    [
      "metadata that are not there",
      "localhost:3000/functions.json", "localhost:3000/function.json",
      "function.json is missing or no JSON",
    ],
  ])("%s", (_, found, instead, fault) => {
    const wanted = typeof fault === "string" ? fault : (expect.stringMatching(fault) as string);
    expect(planted(found, instead)).toContainEqual(wanted);
  });

  it("a picture that is no PNG", () => {
    const faults = manifestFaults(manifest, served({ files: { "icons/help-32.png": "<svg/>" } }));
    expect(faults).toEqual(["https://localhost:3000/icons/help-32.png is no PNG"]);
  });

  it("a picture of the wrong size under the right name", () => {
    const faults = manifestFaults(manifest, served({ files: { "icons/icon-16.png": icon("icon-20.png") } }));
    expect(faults).toEqual(["https://localhost:3000/icons/icon-16.png is 20 × 20 pixels, not 16 × 16"]);
  });

  it("a function without code, and code without a description", () => {
    const [first, ...others] = served().associated;
    expect(manifestFaults(manifest, served({ associated: [...others, "FORGOTTEN"] }))).toEqual([
      `functions.js has no code for ${first}`,
      "functions.json does not describe FORGOTTEN",
    ]);
  });

  it("another language's metadata that are missing, broken, or of another signature", () => {
    const chinese = built["functions.zh-CN.json"]!;
    const faults = (text: string) => manifestFaults(manifest, served({ files: { "functions.zh-CN.json": text } }));
    expect(faults("{")).toEqual(["functions.zh-CN.json is missing or no JSON"]);
    expect(faults(chinese.replace('"name": "months"', '"name": "月数"'))).toEqual([
      "functions.zh-CN.json describes CAPACITY_UTIL with another signature",
    ]);
    expect(faults(chinese.replace('"numberValue": 10000', '"numberValue": 100'))).toEqual([
      "functions.zh-CN.json has other enumerations",
    ]);
  });

  it("a name that was translated", () => {
    const files = { "functions.json": built["functions.json"]!.replace('"name": "HHI_INDEX"', '"name": "赫芬达尔"') };
    expect(manifestFaults(manifest, served({ files }))).toContain("HHI_INDEX has another name than its id");
  });
});

describe("the name of a function", () => {
  it.each(["CAPACITY_UTIL", "HHI.INDEX", "LQ_2D", "ABCD1", "XFE1", "A1048577"])("may be %s", (name) => {
    expect(nameFaults([name])).toEqual([]);
  });

  it.each(["CR4", "HHI1", "A1048576", "XFD1048576", "R1C1", "RC1", "R12"])("must not be %s, which looks like a cell", (name) => {
    expect(nameFaults([name])).toContain(`${name} looks like a cell`);
  });

  it.each(["LQ", "1ST", "HHI-INDEX", "指数", "hhi_index", "H".repeat(129)])("must not be %s", (name) => {
    expect(nameFaults([name])).toContain(
      `${name} is not 3 to 128 capital letters, digits, points and underscores that begin with a letter`,
    );
  });

  it("must not differ from another's by a point for an underscore, which Excel stores alike", () => {
    expect(nameFaults(["HHI_INDEX", "HHI.INDEX"])).toEqual(["HHI.INDEX is stored as HHI_INDEX is: _xldudf_…_HHI_INDEX"]);
  });
});
