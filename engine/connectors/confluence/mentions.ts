const PERSON = /\bri:(?:account-id|userkey|username)="([^"]+)"/g;

/** Account ids, user keys and user names of the people that texts of the storage format mention. */
export function mentionedPeople(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => [...text.matchAll(PERSON)].map(([, id = ""]) => id)))];
}
