import { useState } from "react";
import type { Focus } from "../../../../engine/model/chat";
import { callBackground } from "../../../messaging/call-background";
import { callEngine } from "../../../messaging/call-engine";
import { requestAccess } from "../../../platform/permissions";
import { useAction } from "../../../ui/use-action";
import { type PendingAttachment, useAttachment } from "./use-attachment";

/** Chrome asks once for these; afterwards Atlas may read whatever page the person points at. */
const ALL_SITES = ["https://*/*", "http://*/*"];

export interface PageFocus {
  /** The page questions are narrowed to. */
  readonly focus?: Focus;
  readonly setFocus: (focus: Focus | undefined) => void;
  readonly busy: boolean;
  /** What was done, to confirm. */
  readonly notice?: string;
  readonly problem?: string;
  /** Remedies the problem; must be called inside a click. Absent when there is no such remedy. */
  readonly allowSites?: () => void;
  /** Narrows questions to a tab's page, that of the active tab where none is named. */
  readonly focusOnPage: (tabId?: number, done?: (focus: Focus) => void) => void;
  readonly focusOnSelection: () => void;
  readonly focusOnFile: (file: File) => void;
  /** The file being read. */
  readonly attaching?: PendingAttachment;
  readonly cancelAttaching: () => void;
  /** The file a focus was read from, where it is still at hand. */
  readonly fileOf: (focus: Focus) => File | undefined;
  readonly savePage: () => void;
  /** Asks for the link's site, which must happen inside a click, and hands over the link's page. */
  readonly focusOnLink: (
    link: { readonly pattern: string; readonly url: string },
    done: (focus: Focus) => void,
  ) => void;
  readonly closeFocus: (focus: Focus) => void;
  readonly dismiss: () => void;
}

/** The page beside the panel: narrow questions to it, or save it. */
export function usePageFocus(): PageFocus {
  const [focus, setFocus] = useState<Focus>();
  const [notice, setNotice] = useState<string>();
  const attempt = useRetryableAction(() => setNotice(undefined));
  const files = useAttachment();

  const focusOnPage = async (tabId?: number, done?: (focus: Focus) => void) => {
    const opened = await callBackground("page-focus", tabId === undefined ? {} : { tabId });
    setFocus(opened);
    done?.(opened);
  };
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
    focusOnPage: (tabId, done) => attempt.start(() => focusOnPage(tabId, done)),
    focusOnSelection: () => attempt.start(async () => setFocus(await callBackground("selection-focus", {}))),
    focusOnFile: (file) =>
      attempt.start(async () => {
        const opened = await files.attach(file);
        if (opened) setFocus(opened);
      }),
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

/** One piece of work at a time; where Chrome withheld a page, the same work can be tried again with access. */
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
