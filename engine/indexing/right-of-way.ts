/** Lets questions go before indexing, which shares their thread and their store. */
export interface RightOfWay {
  /** A question begins; the function returned must be called once it has ended. */
  enter(): () => void;
  /** The pause of indexing: lets waiting tasks run, and stands still while any question is being answered. */
  readonly pause: () => Promise<void>;
}

/** `pause` resolves in a later task. */
export function createRightOfWay(pause: () => Promise<void>): RightOfWay {
  let questions = 0;
  let waiting: (() => void)[] = [];
  return {
    enter: () => {
      let entered = true;
      questions++;
      return () => {
        if (entered) questions--;
        entered = false;
        if (questions > 0) return;
        for (const goOn of waiting) goOn();
        waiting = [];
      };
    },
    pause: async () => {
      await pause();
      while (questions > 0) await new Promise<void>((goOn) => waiting.push(goOn));
    },
  };
}
