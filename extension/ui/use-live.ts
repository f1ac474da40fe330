import { useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import { liveReader } from "./live-reader";

interface LiveOptions<T> {
  /** Calls the listener after every change; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** True while the value moves without notices, so it must be polled. */
  readonly isMoving: (value: T) => boolean;
}

interface Live<T> {
  /** The last value that was read; absent before the first. */
  readonly value?: T;
  /** Why the last reading failed. */
  readonly problem?: string;
  readonly refresh: () => void;
}

/** Reads a value and keeps it fresh: after every notice, and once a second while it moves. */
export function useLive<T>(load: () => Promise<T>, options: LiveOptions<T>): Live<T> {
  const [state, setState] = useState<{ readonly value?: T; readonly problem?: string }>({});
  const look = useRef(() => {});
  const read = useEffectEvent(load);
  const subscribe = useEffectEvent(options.subscribe);
  const isMoving = useEffectEvent(options.isMoving);

  useEffect(() => {
    const reader = liveReader<T>({
      read: () => read(),
      onValue: (value) => setState({ value }),
      onProblem: (problem) => setState((last) => ({ ...last, problem })),
      isMoving: (value) => isMoving(value),
    });
    look.current = () => void reader.look();
    look.current();
    const unsubscribe = subscribe(look.current);
    return () => {
      unsubscribe();
      reader.stop();
    };
  }, []);
  const refresh = useCallback(() => look.current(), []);
  return { ...state, refresh };
}
