import { droppedFolders, pickFolder } from "../../../platform/folder-handles";
import { useAction } from "../../../ui/use-action";
import { addFolder } from "./add-folder";

/** Adds folders by the picker or by dropping them; `onAdded` is called after each. */
export function useAddFolder(onAdded: () => void) {
  const action = useAction();
  const addAll = async (handles: readonly FileSystemDirectoryHandle[]) => {
    for (const handle of handles) {
      await addFolder(handle);
      onAdded();
    }
  };
  return {
    ...action,
    /** Opens the picker; must be called inside a click. */
    pick: () =>
      action.run(async () => {
        const handle = await pickFolder();
        if (handle) await addAll([handle]);
      }),
    drop: (transfer: DataTransfer) =>
      action.run(async () => {
        const handles = await droppedFolders(transfer);
        if (handles.length === 0)
          throw new Error("Only folders can be added: drop the folder the file is in");
        await addAll(handles);
      }),
  };
}
