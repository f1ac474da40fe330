/** A command of the person's own: a stored question with a name. */
export interface Prompt {
  /** The name after the slash: lower-case letters, digits and hyphens. */
  readonly name: string;
  /** The question; `{text}` is replaced by the text after the name. */
  readonly text: string;
}

const KEY = "prompts";

export async function readPrompts(): Promise<readonly Prompt[]> {
  return ((await chrome.storage.local.get(KEY))[KEY] as readonly Prompt[] | undefined) ?? [];
}

export async function savePrompts(prompts: readonly Prompt[]): Promise<void> {
  await chrome.storage.local.set({ [KEY]: prompts });
}
