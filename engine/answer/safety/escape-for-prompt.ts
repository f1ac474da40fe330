import { stripInvisible } from "./strip-invisible";

/** Numbers in brackets, which a model would take for those of passages. */
const CITATION = /[[【［]{1,2}\s*(\^?#?\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\s*(?:†[^\]】]{0,40})?[\]】］]{1,2}/g;
/** What sets the turns of a conversation apart for the models that run on this machine. */
const CHAT_TEMPLATE_TOKENS =
  /<(?=\|)|<(?=\/?(?:s|bos|eos|start_of_turn|end_of_turn|system|user|assistant|im_start|im_end)>)|<(?=<\/?SYS>)|\[(?=\/?INST\])/gi;

/**
 * Text of a source as data for a model: nothing in it can pass for our markers, for a citation, or for another turn
 * of the conversation, and nothing is hidden from the person's eyes. The words stay.
 */
export function escapeForPrompt(text: string, marker: string): string {
  return stripInvisible(text)
    .replaceAll(marker, "")
    .replace(CITATION, "($1)")
    .replace(CHAT_TEMPLATE_TOKENS, "$& ");
}
