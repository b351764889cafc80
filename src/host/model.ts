import type { Engine } from "./engine";
import { Book } from "./objects/book";
import { deliver } from "./objects/cells";
import { Range } from "./objects/range";
import { RangeAreas } from "./objects/range-areas";
import { Workbook } from "./objects/workbook";
import { Worksheet } from "./objects/worksheet";
import type { Model } from "./protocol";

/** Excel's object model over an engine. */
export function modelOf(engine: Engine): Model {
  const book = new Book(engine, deliver);
  book.make = {
    range: (place) => new Range(book, place),
    areas: (places) => new RangeAreas(book, places),
    worksheet: (sheet) => new Worksheet(book, sheet),
  };
  return {
    root: new Workbook(book),
    calculated: () => book.engine.calculated(),
    done: () => book.flush(),
  };
}
