/** A link where the address can be opened on its own and says more than the words; else the words. */
export function markdownLink(words: string, address: string): string {
  const label = words.trim();
  if (label === "" || !/^(?:https?|mailto):/i.test(address) || !URL.canParse(address)) return words;
  const { href } = new URL(address);
  if ([href, address].includes(label.replaceAll("\\", ""))) return words;
  return words.replace(label, () => `[${label}](${href.replaceAll("(", "%28").replaceAll(")", "%29")})`);
}
