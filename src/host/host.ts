import type { Engine } from "./engine";
import { announceEvents } from "./events";
import { keepFormulasUnderFormats } from "./formats-keep-formulas";
import { connect, type Library } from "./library";
import { modelOf } from "./model";
import { provideOffice } from "./office";
import { Interpreter } from "./protocol";

/** A workbook that answers Excel's own client library, without Excel. */
export interface Host {
  readonly engine: Engine;
  /** The globals that code for Excel expects. */
  readonly excel: Library;
  dispose(): void;
}

export interface HostParts {
  readonly engine: Engine;
  readonly library: Library;
  readonly theme?: "light" | "dark";
}

/** From here on `Excel.run` of this library reads and writes this engine's workbook. */
export function openHost({ engine, library, theme = "light" }: HostParts): Host {
  keepFormulasUnderFormats(engine.univer.__getInjector());
  const interpreter = new Interpreter(modelOf(engine));
  provideOffice(library, { language: engine.language, theme });
  const announcer = connect(library, {
    execute: (batch) => interpreter.run(batch),
    undoGroup: (work) => engine.undoGroup(work),
  });
  const events = announceEvents(engine, announcer);
  return {
    engine,
    excel: library,
    dispose: () => {
      events.dispose();
      engine.dispose();
    },
  };
}
