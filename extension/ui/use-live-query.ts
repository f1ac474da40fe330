import { useCallback, useContext, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { createPoller } from "./create-poller";
import { PageProblemContext } from "./page-problem";

interface LiveQueryOptions<T> {
  /** Calls the listener after every change; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** True while the value changes without notices and must be polled. */
  readonly shouldPoll: (value: T) => boolean;
}

export interface LiveQueryResult<T> {
  /** The last value that was read; absent before the first. */
  readonly value?: T;
  /** The message of the error of the last read; absent for one that the page shows (`PageProblem`). */
  readonly problem?: string;
  /** True while the last read failed of what the page shows. */
  readonly isBlocked?: true;
  readonly refresh: () => void;
}

/** Reads a value, and reads it again after every notice and once a second while `shouldPoll` is true. */
export function useLiveQuery<T>(load: () => Promise<T>, options: LiveQueryOptions<T>): LiveQueryResult<T> {
  const [state, setState] = useState<Omit<LiveQueryResult<T>, "refresh">>({});
  const id = useId();
  const page = useContext(PageProblemContext);
  const refreshRef = useRef(() => {});
  const read = useEffectEvent(load);
  const subscribe = useEffectEvent(options.subscribe);
  const shouldPoll = useEffectEvent(options.shouldPoll);

  useEffect(() => {
    const poller = createPoller<T>({
      read: () => read(),
      onValue: (value) => {
        page?.release(id);
        setState({ value });
      },
      onProblem: (problem, error) => {
        const failure = page?.claim(id, error) ? { isBlocked: true as const } : { problem };
        setState(({ value }) => ({ ...(value !== undefined && { value }), ...failure }));
      },
      shouldPoll: (value) => shouldPoll(value),
    });
    refreshRef.current = () => void poller.refresh();
    refreshRef.current();
    const unsubscribe = subscribe(refreshRef.current);
    const ignoreRetries = page?.onRetry(id, refreshRef.current);
    return () => {
      unsubscribe();
      ignoreRetries?.();
      poller.stop();
      page?.release(id);
    };
  }, [page, id]);
  const refresh = useCallback(() => refreshRef.current(), []);
  return { ...state, refresh };
}
