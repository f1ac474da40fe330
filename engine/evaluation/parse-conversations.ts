import * as z from "zod";

/** A question and the questions before it. */
export interface JudgedConversation {
  /** Id of the query that is the last turn. */
  readonly id: string;
  /** Questions before the last one, oldest first. */
  readonly earlier: readonly string[];
}

const line = z.object({
  _id: z.string(),
  turns: z.array(z.object({ speaker: z.string(), text: z.string() })),
});

/** Parses `conversations.jsonl`: lines of `{_id, turns: [{speaker, text}]}` whose last turn is the query of that id. */
export function parseConversations(content: string): ReadonlyMap<string, JudgedConversation> {
  const conversations = content.split("\n").flatMap((text, position) => {
    if (text.trim() === "") return [];
    const parsed = line.safeParse(parseJson(text));
    if (!parsed.success)
      throw new SyntaxError(`Cannot read conversations.jsonl: line ${position + 1} is not a valid entry`);
    const { _id: id, turns } = parsed.data;
    const asked = turns.filter(({ speaker }) => speaker === "user").map((turn) => turn.text);
    return [{ id, earlier: asked.slice(0, -1) }];
  });
  return new Map(conversations.map((conversation) => [conversation.id, conversation]));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The caller adds the line number.
    return undefined;
  }
}
