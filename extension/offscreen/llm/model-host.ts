/** What the engine worker needs for language models and only the page can reach; crosses over through Comlink. */
export interface ModelHost {
  /** Key of a model server, from the vault. Rejects with an error of code "locked" while that is locked. */
  apiKey(serverId: string): Promise<string | undefined>;
}
