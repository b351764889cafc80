import {
  ICommandService,
  IContextService,
  IUndoRedoService,
  IUniverInstanceService,
  LocalUndoRedoService,
  sequenceExecute,
  type DependencyOverride,
  type IMutationInfo,
  type IUndoRedoItem,
  type Workbook,
} from "@univerjs/core";
import { RemoveSheetMutation, SetWorksheetActiveOperation } from "@univerjs/sheets";

/**
 * Undo with groups. Univer's own batching undoes the first of a group's changes first, so that a cell written
 * twice keeps its first value; and it cannot take back a group that fails midway.
 */
export class GroupedUndo extends LocalUndoRedoService {
  private group: IUndoRedoItem | undefined;

  constructor(
    instances: IUniverInstanceService,
    private readonly commands: ICommandService,
    context: IContextService,
  ) {
    super(instances, commands, context);
  }

  override pushUndoRedo(item: IUndoRedoItem): void {
    if (this.group?.unitID !== item.unitID) return super.pushUndoRedo(item);
    this.group.undoMutations.unshift(...item.undoMutations);
    this.group.redoMutations.push(...item.redoMutations);
  }

  /** What fails inside is taken back, without leaving a step to redo. */
  async grouped<Value>(book: Workbook, work: () => Promise<Value>): Promise<Value> {
    if (this.group) return work();
    const unitID = book.getUnitId();
    const group: IUndoRedoItem = { unitID, undoMutations: [], redoMutations: [] };
    const back = showing(unitID, book.getActiveSheet().getSheetId());
    this.group = group;
    try {
      return await work();
    } catch (thrown) {
      sequenceExecute(removingLast(group.undoMutations.splice(0), back), this.commands);
      throw thrown;
    } finally {
      this.group = undefined;
      const undoMutations = removingLast(group.undoMutations, back);
      if (undoMutations.length > 0) super.pushUndoRedo({ ...group, undoMutations });
    }
  }
}

const showing = (unitId: string, subUnitId: string): IMutationInfo => ({
  id: SetWorksheetActiveOperation.id,
  params: { unitId, subUnitId },
});

/** A page whose shown sheet is gone stumbles over the next change: sheets go last, and never while shown. */
function removingLast(mutations: readonly IMutationInfo[], back: IMutationInfo): IMutationInfo[] {
  const removes = ({ id }: IMutationInfo): boolean => id === RemoveSheetMutation.id;
  const removals = mutations.filter(removes);
  if (removals.length === 0) return [...mutations];
  return [...mutations.filter((mutation) => !removes(mutation)), back, ...removals];
}

export const groupedUndo: DependencyOverride = [
  [
    IUndoRedoService,
    {
      useFactory: (instances: IUniverInstanceService, commands: ICommandService, context: IContextService) =>
        new GroupedUndo(instances, commands, context),
      deps: [IUniverInstanceService, ICommandService, IContextService],
    },
  ],
];
