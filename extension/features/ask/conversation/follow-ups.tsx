import { useEffect, useState } from "react";
import type { Turn } from "../../../../engine/model/chat";
import { callEngine } from "../../../messaging/call-engine";
import styles from "./follow-ups.module.css";

interface FollowUpsProps {
  readonly turn: Pick<Turn, "chatId" | "id" | "askedAt">;
  readonly onAsk: (question: string) => void;
}

/** Suggested next questions, below the last answer. */
export function FollowUps({ turn: { chatId, id, askedAt }, onAsk }: FollowUpsProps) {
  const [found, setFound] = useState<{ readonly askedAt: number; readonly questions: readonly string[] }>();
  useEffect(() => {
    let cancelled = false;
    callEngine("follow-ups", { chatId, id }).then(
      (questions) => cancelled || setFound({ askedAt, questions }),
      // Suggestions are optional.
      () => {},
    );
    return () => {
      cancelled = true;
    };
  }, [chatId, id, askedAt]);
  const questions = found?.askedAt === askedAt ? found.questions : [];
  if (questions.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="Ask next">
      {questions.map((question) => (
        <li key={question}>
          <button type="button" className={styles.question} onClick={() => onAsk(question)}>
            {question}
          </button>
        </li>
      ))}
    </ul>
  );
}
