/** A question of the person's own that is asked again and again. */
export interface Prompt {
  /** What is typed after the slash: lower-case letters, digits and hyphens. */
  readonly name: string;
  /** The question; `{text}` stands for what is typed after the name. */
  readonly text: string;
}

const KEY = "prompts";

export async function readPrompts(): Promise<readonly Prompt[]> {
  return ((await chrome.storage.local.get(KEY))[KEY] as readonly Prompt[] | undefined) ?? [];
}

export async function savePrompts(prompts: readonly Prompt[]): Promise<void> {
  await chrome.storage.local.set({ [KEY]: prompts });
}
