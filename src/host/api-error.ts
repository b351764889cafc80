/** Excel's own texts, from Microsoft's page on application-specific errors. */
const messages: Readonly<Record<string, string>> = {
  AccessDenied: "You cannot perform the requested operation.",
  GeneralException: "There was an internal error while processing the request.",
  InsertDeleteConflict: "The insert or delete operation attempted resulted in a conflict.",
  InvalidArgument: "The argument is invalid or missing or has an incorrect format.",
  InvalidOperation: "The operation attempted is invalid on the object.",
  InvalidReference: "This reference is not valid for the current operation.",
  InvalidRequest: "Cannot process the request.",
  InvalidSelection: "The current selection is invalid for this operation.",
  ItemAlreadyExists: "The resource being created already exists.",
  ItemNotFound: "The requested resource doesn't exist.",
  MergedRangeConflict: "Cannot complete the operation. A table can't overlap with another table, " +
    "a PivotTable report, query results, merged cells, or an XML Map.",
  RangeExceedsLimit: "The cell count in the range has exceeded the maximum supported number.",
  UnsupportedOperation: "The operation being attempted is not supported.",
};

/** What the host answers instead of a result; the client library turns it into an `OfficeExtension.Error`. */
export class ApiError extends Error {
  constructor(readonly code: string, message = messages[code] ?? code) {
    super(message);
  }
}

export const invalidArgument = (message?: string): ApiError => new ApiError("InvalidArgument", message);

export const itemNotFound = (): ApiError => new ApiError("ItemNotFound");

export const itemAlreadyExists = (): ApiError => new ApiError("ItemAlreadyExists");

/** Excel has it, the embedded workbook does not: said aloud, never passed over. */
export const notImplemented = (member: string): ApiError =>
  new ApiError("ApiNotImplemented", `${member} is not implemented in the embedded workbook.`);
