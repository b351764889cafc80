export const SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const TYPE_BASE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The strict variant of the format differs in its addresses. */
export const STRICT_SPREADSHEET = "http://purl.oclc.org/ooxml/spreadsheetml/main";
export const STRICT_TYPE_BASE = "http://purl.oclc.org/ooxml/officeDocument/relationships";

/** What the names of drawings and charts begin with. */
export const DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006/";
export const STRICT_DRAWINGML = "http://purl.oclc.org/ooxml/drawingml/";
