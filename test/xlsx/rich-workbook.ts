import { strToU8, zipSync } from "fflate";

export type Texts = Record<string, string | Uint8Array>;

/** Packs parts given as texts. */
export function zipped(parts: Texts): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, content]) => {
    return [path, typeof content === "string" ? strToU8(content) : content];
  })));
}

const declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const ids = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument";
const sheetTypes = `${types}.spreadsheetml`;
const microsoft = "http://schemas.microsoft.com/office";

const relationships = (...related: [type: string, target: string, external?: boolean][]) => {
  const inner = related.map(([type, target, external], index) => {
    const mode = external ? " TargetMode=\"External\"" : "";
    const address = type.startsWith("http") ? type : `${ids}/${type}`;
    return `<Relationship Id="rId${index + 1}" Type="${address}" Target="${target}"${mode}/>`;
  });
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${
    inner.join("")}</Relationships>`;
};

const overrides: Record<string, string> = {
  "/xl/workbook.xml": `${sheetTypes}.sheet.main+xml`,
  "/xl/worksheets/sheet1.xml": `${sheetTypes}.worksheet+xml`,
  "/xl/worksheets/sheet2.xml": `${sheetTypes}.worksheet+xml`,
  "/xl/chartsheets/sheet1.xml": `${sheetTypes}.chartsheet+xml`,
  "/xl/styles.xml": `${sheetTypes}.styles+xml`,
  "/xl/sharedStrings.xml": `${sheetTypes}.sharedStrings+xml`,
  "/xl/theme/theme1.xml": `${types}.theme+xml`,
  "/xl/metadata.xml": `${sheetTypes}.sheetMetadata+xml`,
  "/xl/calcChain.xml": `${sheetTypes}.calcChain+xml`,
  "/xl/tables/table1.xml": `${sheetTypes}.table+xml`,
  "/xl/comments1.xml": `${sheetTypes}.comments+xml`,
  "/xl/drawings/drawing1.xml": `${types}.drawing+xml`,
  "/xl/charts/chart1.xml": `${types}.drawingml.chart+xml`,
  "/xl/externalLinks/externalLink1.xml": `${sheetTypes}.externalLink+xml`,
  "/xl/webextensions/webextension1.xml": "application/vnd.ms-office.webextension+xml",
  "/docProps/custom.xml": `${types}.custom-properties+xml`,
  "/customXml/itemProps1.xml": `${types}.customXmlProperties+xml`,
};

const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`
  + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
  + "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
  + `<Default Extension="vml" ContentType="${types}.vmlDrawing"/>`
  + Object.entries(overrides).map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`).join("")
  + "</Types>";

const workbook = `${declaration}<workbook xmlns="${main}" xmlns:r="${ids}"><workbookPr codeName="ThisWorkbook"/>`
  + "<bookViews><workbookView xWindow=\"0\" yWindow=\"0\" windowWidth=\"24000\" windowHeight=\"9000\" activeTab=\"0\"/>"
  + "</bookViews><sheets><sheet name=\"Model\" sheetId=\"3\" r:id=\"rId1\"/>"
  + "<sheet name=\"Chart\" sheetId=\"5\" r:id=\"rId3\"/>"
  + "<sheet name=\"Notes &amp; sources\" sheetId=\"4\" state=\"hidden\" r:id=\"rId2\"/></sheets>"
  + "<externalReferences><externalReference r:id=\"rId9\"/></externalReferences><definedNames>"
  + "<definedName name=\"_xlnm.Print_Area\" localSheetId=\"0\">Model!$A$1:$E$9</definedName>"
  + "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"2\">'Notes &amp; sources'!$1:$1</definedName>"
  + "<definedName name=\"discount\" comment=\"Real, a year\">0.04</definedName>"
  + "<definedName name=\"grow\">_xlfn.LAMBDA(_xlpm.x,_xlop.by,_xlpm.x*_xlpm.by)</definedName>"
  + "<definedName name=\"local_rate\" localSheetId=\"2\">'Notes &amp; sources'!$A$1</definedName>"
  + "<definedName name=\"solver_adj\" hidden=\"1\">Model!$A$2</definedName></definedNames>"
  + "<calcPr calcId=\"191029\"/></workbook>";

/** Model!B7 shares its formula with B8 and B9; G2:G4 is an array formula of old; I2 spills over I2:I4. */
const model = `${declaration}<worksheet xmlns="${main}" xmlns:r="${ids}" `
  + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" mc:Ignorable=\"x14ac\" "
  + `xmlns:x14ac="${microsoft}/spreadsheetml/2009/9/ac"><sheetPr codeName="Sheet1"><tabColor rgb="FF00B050"/></sheetPr>`
  + "<dimension ref=\"A1:I9\"/><sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\">"
  + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
  + "<selection pane=\"bottomLeft\" activeCell=\"C3\" sqref=\"C3\"/></sheetView></sheetViews>"
  + "<sheetFormatPr defaultRowHeight=\"15\" x14ac:dyDescent=\"0.25\"/>"
  + "<cols><col min=\"1\" max=\"1\" width=\"18.7109375\" customWidth=\"1\"/>"
  + "<col min=\"3\" max=\"16384\" width=\"9.5\" style=\"1\"/></cols><sheetData>"
  + "<row r=\"1\" spans=\"1:9\" ht=\"30\" customHeight=\"1\" x14ac:dyDescent=\"0.25\"><c r=\"A1\" s=\"2\" t=\"s\"><v>0</v></c>"
  + "<c r=\"B1\" s=\"2\" t=\"s\"><v>1</v></c><c r=\"C1\" s=\"2\" t=\"s\"><v>2</v></c><c r=\"D1\" s=\"3\"/></row>"
  + "<row r=\"2\" spans=\"1:9\"><c r=\"A2\"><v>80</v></c><c r=\"B2\"><v>100</v></c><c r=\"C2\" s=\"1\" cm=\"1\">"
  + "<f t=\"array\" ref=\"C2\">_xldudf_POLICY_CAPACITY_UTIL(Plants[[#This Row],[Output]],Plants[[#This Row],[Capacity]])</f>"
  + "<v>0.8</v></c><c r=\"E2\" t=\"str\"><f>\"a\"&amp;\"&lt;b&gt;\"</f><v>a&lt;b&gt;</v></c>"
  + "<c r=\"G2\"><f t=\"array\" ref=\"G2:G4\">A2:A4*2</f><v>160</v></c>"
  + "<c r=\"I2\" cm=\"1\"><f t=\"array\" ref=\"I2:I4\">_xlfn._xlws.SORT(A2:A4)</f><v>60</v></c></row>"
  + "<row r=\"3\" spans=\"1:9\"><c r=\"A3\"><v>60</v></c><c r=\"B3\"><v>120</v></c><c r=\"C3\" s=\"1\" cm=\"1\">"
  + "<f t=\"array\" ref=\"C3\">_xldudf_POLICY_CAPACITY_UTIL(Plants[[#This Row],[Output]],Plants[[#This Row],[Capacity]])</f>"
  + "<v>0.5</v></c><c r=\"E3\" t=\"b\"><f>A3&lt;B3</f><v>1</v></c><c r=\"G3\"><v>120</v></c><c r=\"I3\"><v>70</v></c></row>"
  + "<row r=\"4\" spans=\"1:9\"><c r=\"A4\"><v>70</v></c><c r=\"B4\"><v>0</v></c><c r=\"C4\" s=\"1\" t=\"e\" cm=\"1\">"
  + "<f t=\"array\" ref=\"C4\">_xldudf_POLICY_CAPACITY_UTIL(Plants[[#This Row],[Output]],Plants[[#This Row],[Capacity]])</f>"
  + "<v>#DIV/0!</v></c><c r=\"E4\" t=\"b\"><v>0</v></c><c r=\"G4\"><v>140</v></c><c r=\"I4\"><v>80</v></c></row>"
  + "<row r=\"6\"><c r=\"A6\" t=\"inlineStr\"><is><t>in line</t></is></c><c r=\"B6\" s=\"4\"><v>45747</v></c></row>"
  + "<row r=\"7\"><c r=\"A7\"><v>1</v></c><c r=\"B7\"><f t=\"shared\" ref=\"B7:B9\" si=\"0\">A7*$A$2</f><v>80</v></c></row>"
  + "<row r=\"8\"><c r=\"A8\"><v>2</v></c><c r=\"B8\"><f t=\"shared\" si=\"0\"/><v>160</v></c></row>"
  + "<row r=\"9\"><c r=\"A9\"><v>3</v></c><c r=\"B9\"><f t=\"shared\" si=\"0\"/><v>240</v></c>"
  + "<c r=\"C9\"><f>[1]Rates!$A$1</f><v>7.1</v></c></row></sheetData>"
  + "<protectedRanges><protectedRange name=\"Inputs\" sqref=\"A2:B4\"/></protectedRanges>"
  + "<mergeCells count=\"1\"><mergeCell ref=\"A11:C12\"/></mergeCells>"
  + "<conditionalFormatting sqref=\"C2:C4\"><cfRule type=\"timePeriod\" dxfId=\"0\" priority=\"1\" timePeriod=\"today\">"
  + "<formula>FLOOR(C2,1)=TODAY()</formula></cfRule></conditionalFormatting>"
  + "<dataValidations count=\"1\"><dataValidation type=\"whole\" allowBlank=\"1\" sqref=\"A2:A4\"><formula1>0</formula1>"
  + "<formula2>500</formula2></dataValidation></dataValidations>"
  + "<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/>"
  + "<drawing r:id=\"rId1\"/><legacyDrawing r:id=\"rId2\"/><tableParts count=\"1\"><tablePart r:id=\"rId4\"/></tableParts>"
  + "<extLst><ext uri=\"{78C0D931-6437-407d-A8EE-F0AAD7539E65}\"><unknown xmlns=\"urn:none\"/></ext></extLst></worksheet>";

const notes = `${declaration}<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><v>0.04</v></c></row></sheetData>`
  + "</worksheet>";

const styles = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/>`
  + "</numFmts><fonts count=\"2\"><font><sz val=\"11\"/><color theme=\"1\"/><name val=\"等线\"/><family val=\"2\"/>"
  + "<scheme val=\"minor\"/></font><font><b/><sz val=\"14\"/><color theme=\"0\"/><name val=\"等线\"/></font></fonts>"
  + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
  + "<fill><patternFill patternType=\"solid\"><fgColor theme=\"0\" tint=\"-0.25\"/><bgColor indexed=\"64\"/></patternFill></fill>"
  + "</fills><borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>"
  + "<border><left/><right/><top/><bottom style=\"thin\"><color auto=\"1\"/></bottom><diagonal/></border></borders>"
  + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
  + "<cellXfs count=\"5\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
  + "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyNumberFormat=\"1\" applyBorder=\"1\"/>"
  + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\">"
  + "<alignment horizontal=\"center\" vertical=\"top\" wrapText=\"1\"/></xf>"
  + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"1\" xfId=\"0\" applyBorder=\"1\"/>"
  + "<xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>"
  + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
  + "<dxfs count=\"1\"><dxf><font><color rgb=\"FF9C0006\"/></font></dxf></dxfs></styleSheet>";

const strings = `${declaration}<sst xmlns="${main}" count="3" uniqueCount="3"><si><t>Output</t></si>`
  + "<si><r><rPr><b/></rPr><t>Capa</t></r><r><t xml:space=\"preserve\">city</t></r>"
  + "<rPh sb=\"0\" eb=\"2\"><t>guide</t></rPh></si><si><t>Use</t></si></sst>";

const metadata = `${declaration}<metadata xmlns="${main}" xmlns:xda="${microsoft}/spreadsheetml/2017/dynamicarray">`
  + "<metadataTypes count=\"1\"><metadataType name=\"XLDAPR\" minSupportedVersion=\"120000\" copy=\"1\" pasteAll=\"1\" "
  + "pasteValues=\"1\" merge=\"1\" splitFirst=\"1\" rowColShift=\"1\" clearFormats=\"1\" clearComments=\"1\" assign=\"1\" "
  + "coerce=\"1\" cellMeta=\"1\"/></metadataTypes><futureMetadata name=\"XLDAPR\" count=\"1\"><bk><extLst>"
  + "<ext uri=\"{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}\"><xda:dynamicArrayProperties fDynamic=\"1\" fCollapsed=\"0\"/></ext>"
  + "</extLst></bk></futureMetadata><cellMetadata count=\"1\"><bk><rc t=\"1\" v=\"0\"/></bk></cellMetadata></metadata>";

const table = `${declaration}<table xmlns="${main}" id="7" name="Plants" displayName="Plants" ref="A1:C4" totalsRowShown="0">`
  + "<autoFilter ref=\"A1:C4\"><filterColumn colId=\"0\"><customFilters><customFilter operator=\"greaterThan\" val=\"5\"/>"
  + "</customFilters></filterColumn></autoFilter><tableColumns count=\"3\"><tableColumn id=\"1\" name=\"Output\"/>"
  + "<tableColumn id=\"2\" name=\"Capacity\"/><tableColumn id=\"3\" name=\"Use\" dataDxfId=\"0\"><calculatedColumnFormula array=\"1\">"
  + "_xldudf_POLICY_CAPACITY_UTIL(Plants[[#This Row],[Output]],Plants[[#This Row],[Capacity]])</calculatedColumnFormula>"
  + "</tableColumn></tableColumns><tableStyleInfo name=\"TableStyleMedium2\" showFirstColumn=\"0\" showLastColumn=\"0\" "
  + "showRowStripes=\"1\" showColumnStripes=\"0\"/></table>";

const comments = `${declaration}<comments xmlns="${main}"><authors><author>Li</author><author>tc={1}</author></authors>`
  + "<commentList><comment ref=\"A2\" authorId=\"0\"><text><r><rPr><b/></rPr><t xml:space=\"preserve\">Li: </t></r>"
  + "<r><t>as reported</t></r></text></comment><comment ref=\"D6\" authorId=\"0\"><text><t>on an empty cell</t></text></comment>"
  + "<comment ref=\"A3\" authorId=\"1\"><text><t>[Threaded comment]</t></text></comment></commentList></comments>";

const box = (row: number, column: number, number: number) => `<v:shape id="_x0000_s${number}" type="#_x0000_t202" `
  + "style=\"visibility:hidden\"><x:ClientData ObjectType=\"Note\"><x:Anchor>1, 15, 0, 10, 3, 15, 4, 4</x:Anchor>"
  + `<x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;

const boxes = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
  + "xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/>"
  + `</o:shapelayout>${box(1, 0, 1025)}${box(5, 3, 1026)}${box(2, 0, 1027)}</xml>`;

const drawing = `${declaration}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" `
  + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><xdr:twoCellAnchor><xdr:from><xdr:col>10</xdr:col>"
  + "<xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>15</xdr:col>"
  + "<xdr:colOff>0</xdr:colOff><xdr:row>12</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=\"\">"
  + "<xdr:nvGraphicFramePr><xdr:cNvPr id=\"2\" name=\"Chart 1\"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm>"
  + "<a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/></xdr:xfrm><a:graphic><a:graphicData "
  + "uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><c:chart "
  + `xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${ids}" r:id="rId1"/></a:graphicData>`
  + "</a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>";

const chart = `${declaration}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea>`
  + "<c:layout/><c:barChart><c:barDir val=\"col\"/><c:grouping val=\"clustered\"/><c:ser><c:idx val=\"0\"/><c:order val=\"0\"/>"
  + "<c:val><c:numRef><c:f>Model!$A$2:$A$4</c:f></c:numRef></c:val></c:ser><c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>"
  + "<c:catAx><c:axId val=\"1\"/><c:scaling/><c:axPos val=\"b\"/><c:crossAx val=\"2\"/></c:catAx><c:valAx><c:axId val=\"2\"/>"
  + "<c:scaling/><c:axPos val=\"l\"/><c:crossAx val=\"1\"/></c:valAx></c:plotArea></c:chart></c:chartSpace>";

const scheme = [["dk1", "000000"], ["lt1", "FFFFFF"], ["dk2", "44546A"], ["lt2", "E7E6E6"], ["accent1", "4472C4"],
  ["accent2", "ED7D31"], ["accent3", "A5A5A5"], ["accent4", "FFC000"], ["accent5", "5B9BD5"], ["accent6", "70AD47"],
  ["hlink", "0563C1"], ["folHlink", "954F72"]];

const theme = `${declaration}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements>`
  + `<a:clrScheme name="Office">${scheme.map(([name, rgb]) => `<a:${name}><a:srgbClr val="${rgb}"/></a:${name}>`).join("")}`
  + "</a:clrScheme></a:themeElements></a:theme>";

/** The parts of a workbook as Excel saves one that uses many of its features. */
export function richParts(): Texts {
  return {
    "[Content_Types].xml": contentTypes,
    "_rels/.rels": relationships(["officeDocument", "xl/workbook.xml"], ["custom-properties", "docProps/custom.xml"],
      [`${microsoft}/2011/relationships/webextensiontaskpanes`, "xl/webextensions/webextension1.xml"]),
    "docProps/custom.xml": `${declaration}<Properties xmlns="${ids.replace("relationships", "custom-properties")}"/>`,
    "xl/workbook.xml": workbook,
    "xl/_rels/workbook.xml.rels": relationships(["worksheet", "worksheets/sheet1.xml"],
      ["worksheet", "/xl/worksheets/sheet2.xml"], ["chartsheet", "chartsheets/sheet1.xml"], ["styles", "styles.xml"],
      ["sharedStrings", "sharedStrings.xml"], ["theme", "theme/theme1.xml"], ["sheetMetadata", "metadata.xml"],
      ["calcChain", "calcChain.xml"], ["externalLink", "externalLinks/externalLink1.xml"],
      ["customXml", "../customXml/item1.xml"]),
    "xl/worksheets/sheet1.xml": model,
    "xl/worksheets/_rels/sheet1.xml.rels": relationships(["drawing", "../drawings/drawing1.xml"],
      ["vmlDrawing", "../drawings/vmlDrawing1.vml"], ["comments", "../comments1.xml"], ["table", "../tables/table1.xml"]),
    "xl/worksheets/sheet2.xml": notes,
    "xl/chartsheets/sheet1.xml": `${declaration}<chartsheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"/></sheetViews></chartsheet>`,
    "xl/styles.xml": styles,
    "xl/sharedStrings.xml": strings,
    "xl/theme/theme1.xml": theme,
    "xl/metadata.xml": metadata,
    "xl/calcChain.xml": `${declaration}<calcChain xmlns="${main}"><c r="C2" i="3"/><c r="B7" i="3"/></calcChain>`,
    "xl/tables/table1.xml": table,
    "xl/comments1.xml": comments,
    "xl/drawings/vmlDrawing1.vml": boxes,
    "xl/drawings/drawing1.xml": drawing,
    "xl/drawings/_rels/drawing1.xml.rels": relationships(["chart", "../charts/chart1.xml"]),
    "xl/charts/chart1.xml": chart,
    "xl/externalLinks/externalLink1.xml": `${declaration}<externalLink xmlns="${main}"/>`,
    "xl/media/image1.png": Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 255, 1, 2]),
    "xl/webextensions/webextension1.xml": `${declaration}<we:webextension xmlns:we="${microsoft}/webextensions/webextension/2010/11"/>`,
    "customXml/item1.xml": "<passport xmlns=\"urn:policy\"><owner>发展改革委</owner></passport>",
    "customXml/_rels/item1.xml.rels": relationships(["customXmlProps", "itemProps1.xml"]),
    "customXml/itemProps1.xml": `${declaration}<ds:datastoreItem ds:itemID="{8A9C6B6E-0000-4000-8000-000000000001}" xmlns:ds="${ids.replace("relationships", "customXml")}"/>`,
  };
}
