import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { createPoller } from "./create-poller";

interface LiveQueryOptions<T> {
  /** Calls the listener after every change; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** True while the value changes without notices and must be polled. */
  readonly shouldPoll: (value: T) => boolean;
}

export interface LiveQueryResult<T> {
  /** The last value that was read; absent before the first. */
  readonly value?: T;
  /** The message of the error of the last read. */
  readonly problem?: string;
  readonly refresh: () => void;
}

/** Reads a value, and reads it again after every notice and once a second while `shouldPoll` is true. */
export function useLiveQuery<T>(load: () => Promise<T>, options: LiveQueryOptions<T>): LiveQueryResult<T> {
  const [state, setState] = useState<{ readonly value?: T; readonly problem?: string }>({});
  const refreshRef = useRef(() => {});
  const read = useEffectEvent(load);
  const subscribe = useEffectEvent(options.subscribe);
  const shouldPoll = useEffectEvent(options.shouldPoll);

  useEffect(() => {
    const poller = createPoller<T>({
      read: () => read(),
      onValue: (value) => setState({ value }),
      onProblem: (problem) => setState((last) => ({ ...last, problem })),
      shouldPoll: (value) => shouldPoll(value),
    });
    refreshRef.current = () => void poller.refresh();
    refreshRef.current();
    const unsubscribe = subscribe(refreshRef.current);
    return () => {
      unsubscribe();
      poller.stop();
    };
  }, []);
  const refresh = useCallback(() => refreshRef.current(), []);
  return { ...state, refresh };
}
