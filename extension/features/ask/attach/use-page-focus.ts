import { useRef, useState } from "react";
import type { Focus } from "../../../../engine/model/chat";
import { callBackground } from "../../../messaging/call-background";
import { callEngine } from "../../../messaging/call-engine";
import { requestAccess } from "../../../platform/permissions";
import { useAction } from "../../../ui/use-action";
import { type PendingAttachment, useAttachment } from "./use-attachment";

/** Chrome asks once for all sites; afterwards Atlas may read every page that the person chooses. */
const ALL_SITES = ["https://*/*", "http://*/*"];

export interface PageFocus {
  /** The page, selection or file that questions are limited to. */
  readonly focus?: Focus;
  /** Sets or removes the focus; the reply of a request in progress is then dropped. */
  readonly setFocus: (focus: Focus | undefined) => void;
  readonly busy: boolean;
  /** A confirmation. */
  readonly notice?: string;
  readonly problem?: string;
  /** Asks for access to all sites and tries again; must be called inside a click. Absent for other problems. */
  readonly allowSites?: () => void;
  /** Limits questions to the page of a tab, by default the active one. */
  readonly focusOnPage: (tabId?: number, done?: (focus: Focus) => void) => void;
  readonly focusOnSelection: () => void;
  readonly focusOnFile: (file: File) => void;
  /** The file that is being read. */
  readonly attaching?: PendingAttachment;
  readonly cancelAttaching: () => void;
  /** The file of a focus, if it is the last file that was read. */
  readonly fileOf: (focus: Focus) => File | undefined;
  readonly savePage: () => void;
  /** Asks for access to the site of a link, which must happen inside a click, then opens the linked page. */
  readonly focusOnLink: (
    link: { readonly pattern: string; readonly url: string },
    done: (focus: Focus) => void,
  ) => void;
  readonly closeFocus: (focus: Focus) => void;
  readonly dismiss: () => void;
}

/** The page beside the panel: limits questions to it, or saves it. */
export function usePageFocus(): PageFocus {
  const [focus, showFocus] = useState<Focus>();
  const [notice, setNotice] = useState<string>();
  const attempt = useRetryableAction(() => setNotice(undefined));
  const files = useAttachment();
  // Counts changes of the focus, so that a late reply does not replace a newer one.
  const changes = useRef(0);

  const setFocus = (next: Focus | undefined) => {
    changes.current += 1;
    showFocus(next);
  };
  const focusOn = (open: () => Promise<Focus | undefined>, done?: (focus: Focus) => void) =>
    attempt.start(async () => {
      changes.current += 1;
      const change = changes.current;
      const opened = await open();
      if (!opened || changes.current !== change) return;
      showFocus(opened);
      done?.(opened);
    });
  const savePage = async () => {
    const { title } = await callBackground("page-save", {});
    setNotice(`Saved “${title}”`);
  };
  const closeFocus = async ({ focusId }: Focus) => {
    setFocus(undefined);
    await callEngine("focus-close", { focusId });
  };
  return {
    ...(focus && { focus }),
    setFocus,
    ...(notice !== undefined && { notice }),
    ...attempt.state,
    dismiss: attempt.dismiss,
    focusOnPage: (tabId, done) =>
      focusOn(() => callBackground("page-focus", tabId === undefined ? {} : { tabId }), done),
    focusOnSelection: () => focusOn(() => callBackground("selection-focus", {})),
    focusOnFile: (file) => focusOn(() => files.attach(file)),
    ...(files.attaching && { attaching: files.attaching }),
    cancelAttaching: files.cancel,
    fileOf: files.fileOf,
    savePage: () => attempt.start(savePage),
    closeFocus: (open) => attempt.start(() => closeFocus(open)),
    focusOnLink: ({ pattern, url }, done) =>
      attempt.start(async () => {
        if (await requestAccess([], [pattern])) done(await callBackground("link-focus", { url }));
      }),
  };
}

/** Work that can be tried again with access to all sites, where Chrome withheld a page. */
function useRetryableAction(onStart: () => void) {
  const action = useAction();
  const [last, setLast] = useState<{ readonly work: () => Promise<void> }>();
  const start = (work: () => Promise<void>) => {
    onStart();
    setLast({ work });
    void action.run(work);
  };
  const allowSites = () =>
    start(async () => {
      if (await requestAccess([], ALL_SITES)) await last?.work();
    });
  return {
    start,
    dismiss: () => {
      onStart();
      action.dismiss();
    },
    state: {
      busy: action.busy,
      ...(action.problem !== undefined && { problem: action.problem }),
      ...(action.code === "permission" && { allowSites }),
    },
  };
}
