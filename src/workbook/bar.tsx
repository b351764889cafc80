import { Toolbar, ToolbarDivider } from "@fluentui/react-components";
import { ArrowRedo20Regular } from "@fluentui/react-icons/svg/arrow-redo";
import { ArrowUndo20Regular } from "@fluentui/react-icons/svg/arrow-undo";
import { DocumentAdd20Regular } from "@fluentui/react-icons/svg/document-add";
import { FolderOpen20Regular } from "@fluentui/react-icons/svg/folder-open";
import { History20Regular } from "@fluentui/react-icons/svg/history";
import { Save20Regular } from "@fluentui/react-icons/svg/save";
import { useRef, type ReactElement } from "react";
import { BarButton } from "./bar-button";
import { FileNameField } from "./file-name-field";
import { KeepingStatus } from "./keeping-status";
import { useSay } from "./language-context";
import { LanguageSwitch, PaneSwitch, ThemeMenu } from "./page-switches";
import type { Preferences } from "./preferences";
import { bar, product } from "./texts";
import type { Deeds } from "./use-deeds";
import { useShortcuts } from "./use-shortcuts";
import { useWatched, type Watchable } from "./watched";
import type { Workplace } from "./workplace";

export function Bar({ preferences, paneOpen, workplace, deeds }: {
  readonly preferences: Preferences;
  readonly paneOpen: Watchable<boolean>;
  readonly workplace: Workplace;
  readonly deeds: Deeds;
}): ReactElement {
  const say = useSay();
  return (
    <div className="bar" role="region" aria-label={say(bar.label)}>
      <img className="bar-logo" src="icons/icon-24.png" srcSet="icons/icon-48.png 2x" alt="" width="24" height="24" />
      <h1 className="bar-product">{say(product)}</h1>
      <FileNameField session={workplace.session} />
      <Toolbar aria-label={say(bar.tools)} size="small" className="bar-tools">
        <FileButtons workplace={workplace} deeds={deeds} />
        <ToolbarDivider />
        <UndoButtons workplace={workplace} />
      </Toolbar>
      <KeepingStatus session={workplace.session} />
      <LanguageSwitch preferences={preferences} />
      <ThemeMenu preferences={preferences} />
      <PaneSwitch open={paneOpen} />
    </div>
  );
}

function FileButtons({ workplace: { session }, deeds }: { workplace: Workplace; deeds: Deeds }): ReactElement {
  const { busy } = useWatched(session);
  const picker = useRef<HTMLInputElement>(null);
  const choose = (): void => {
    const [file] = picker.current?.files ?? [];
    if (file) deeds.openFile(file);
    // The same file chosen twice would otherwise be no change.
    if (picker.current) picker.current.value = "";
  };
  const pick = (): void => picker.current?.click();
  useShortcuts({ O: pick, S: deeds.save });
  return (
    <>
      <BarButton label={bar.startNew} icon={<DocumentAdd20Regular />} disabled={busy} onClick={deeds.startNew} />
      <BarButton label={bar.open} letter="O" icon={<FolderOpen20Regular />} disabled={busy} onClick={pick} />
      <input ref={picker} type="file" id="open-file" accept=".xlsx,.xlsm" hidden onChange={choose} />
      <BarButton label={bar.earlier} icon={<History20Regular />} disabled={busy} onClick={deeds.browseEarlier} />
      <BarButton label={bar.save} letter="S" icon={<Save20Regular />} disabled={busy} onClick={deeds.save} />
    </>
  );
}

function UndoButtons({ workplace }: { workplace: Workplace }): ReactElement {
  const { canUndo, canRedo } = useWatched(workplace.undoState);
  const undo = { icon: <ArrowUndo20Regular />, disabled: !canUndo, onClick: () => workplace.undo() };
  const redo = { icon: <ArrowRedo20Regular />, disabled: !canRedo, onClick: () => workplace.redo() };
  return (
    <>
      <BarButton label={bar.undo} letter="Z" iconOnly {...undo} />
      <BarButton label={bar.redo} letter="Y" iconOnly {...redo} />
    </>
  );
}
