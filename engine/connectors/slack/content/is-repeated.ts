/** Whether the words of a text stand in another text in the same order, whatever their formatting. */
export function isRepeated(text: string, within: string): boolean {
  const words = wordsOf(text);
  return words !== "" && ` ${wordsOf(within)} `.includes(` ${words} `);
}

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}
