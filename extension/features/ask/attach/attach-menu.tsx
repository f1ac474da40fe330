import { useRef, useState } from "react";
import { MenuButton } from "../../../ui/menu-button";
import { TabDialog } from "./tab-dialog";
import type { usePageFocus } from "./use-page-focus";

/** Menu to limit questions to a page, a selection, another tab, a file or an image. */
export function AttachMenu({ page }: { readonly page: ReturnType<typeof usePageFocus> }) {
  const [choosing, setChoosing] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <MenuButton
        icon="attach"
        label="Attach"
        disabled={page.busy}
        items={[
          { id: "page", label: "This page", icon: "page", onChoose: () => page.focusOnPage() },
          {
            id: "selection",
            label: "Selection",
            hint: "What is selected on this page",
            icon: "edit",
            onChoose: page.focusOnSelection,
          },
          { id: "tab", label: "Another tab…", icon: "tabs", onChoose: () => setChoosing(true) },
          {
            id: "file",
            label: "A file or picture…",
            hint: "Or drop it onto the panel, or paste it",
            icon: "folder",
            onChoose: () => file.current?.click(),
          },
        ]}
      />
      <input
        ref={file}
        type="file"
        hidden
        aria-label="File to attach"
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          if (chosen) page.focusOnFile(chosen);
          // So that choosing the same file again fires a change event.
          currentTarget.value = "";
        }}
      />
      {choosing && (
        <TabDialog
          onCancel={() => setChoosing(false)}
          onChoose={(tabId) => {
            setChoosing(false);
            page.focusOnPage(tabId);
          }}
        />
      )}
    </>
  );
}
