import { stripInvisible } from "./strip-invisible";

/** Numbers in brackets, which a model would read as numbers of passages. */
const CITATION = /[[【［]{1,2}\s*(\^?#?\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\s*(?:†[^\]】]{0,40})?[\]】］]{1,2}/g;
/** Tokens that separate the turns of a conversation in the templates of models. */
const CHAT_TEMPLATE_TOKENS =
  /<(?=\|)|<(?=\/?(?:s|bos|eos|start_of_turn|end_of_turn|system|user|assistant|im_start|im_end)>)|<(?=<\/?SYS>)|\[(?=\/?INST\])/gi;

/**
 * Text of a source as data for a model. Nothing in it can be read as our markers, as a citation or as another turn of the
 * conversation, and invisible characters are removed. The words stay.
 */
export function escapeForPrompt(text: string, marker: string): string {
  return stripInvisible(text)
    .replaceAll(marker, "")
    .replace(CITATION, "($1)")
    .replace(CHAT_TEMPLATE_TOKENS, "$& ");
}
