import { openTestStore } from "../../testing/store/open-test-store";
import { createRunningTurns, type RunningTurnsDeps } from "../create-running-turns";
import { createTurn } from "../create-turn";
import type { TurnEvent } from "../reduce-turn";

/** The turn that tests ask. */
export const TURN = createTurn({ chatId: "c", id: 1, question: "When does it ship?", scope: {}, askedAt: 5 });

const ENDED = new Set(["done", "stopped", "failed"]);

/** Running turns over a real store; the test emits the events of the answers. */
export function createRunningTurnsFixture(overrides: Partial<RunningTurnsDeps> = {}) {
  const { chats } = openTestStore();
  const emitters: ((event: TurnEvent) => void)[] = [];
  const waiting: (() => void)[] = [];
  let signal: AbortSignal | undefined;
  const running = createRunningTurns({
    chats,
    onChange: () => {
      for (const resolve of waiting.splice(0)) resolve();
    },
    answer: (_request, onEvent, ownSignal) => {
      signal = ownSignal;
      return new Promise((resolve) => {
        ownSignal.addEventListener("abort", () => resolve());
        emitters.push((event) => {
          onEvent(event);
          if (event.type === "done") resolve();
        });
      });
    },
    ...overrides,
  });
  const changed = () => new Promise<void>((resolve) => waiting.push(resolve));
  return {
    running,
    chats,
    changed,
    stopped: () => signal?.aborted,
    emit: async (...events: TurnEvent[]) => {
      for (const event of events) emitters.at(-1)?.(event);
    },
    /** Resolves once the turn has ended and is stored. */
    settled: async () => {
      const isKept = async () => ENDED.has((await chats.get("c"))?.turns[0]?.status ?? "");
      while (running.isRunning(TURN) || !(await isKept())) await changed();
    },
  };
}
