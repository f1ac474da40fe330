/** A source as it is named to the person. */
export interface RecordedSource {
  readonly connectorId: string;
  readonly label: string;
}

/** What chrome.storage keeps of the sources beside the database, which Chrome may lose. */
export interface RecordedSources {
  /** The database that has them. */
  readonly databaseId: string;
  readonly sources: readonly RecordedSource[];
}

/** Access to the record; `lost` names the sources of a database that is gone, until the person has read it. */
export interface SourceRecord {
  read(): Promise<RecordedSources | undefined>;
  readLost(): Promise<readonly RecordedSource[]>;
  /** Writes both at once. */
  write(record: RecordedSources, lost: readonly RecordedSource[]): Promise<void>;
  clear(): Promise<void>;
}

const RECORD_KEY = "source-record";
const LOST_KEY = "lost-sources";

/** The record in chrome.storage.local, which is no part of IndexedDB. */
export const sourceRecord: SourceRecord = {
  read: async () => (await chrome.storage.local.get(RECORD_KEY))[RECORD_KEY] as RecordedSources | undefined,
  readLost: readLostSources,
  write: (record, lost) => chrome.storage.local.set({ [RECORD_KEY]: record, [LOST_KEY]: lost }),
  clear: async () => {
    await chrome.storage.local.remove(RECORD_KEY);
    await chrome.storage.local.remove(LOST_KEY);
  },
};

/** The sources of a database that Chrome has lost; none once they were dismissed. */
export async function readLostSources(): Promise<readonly RecordedSource[]> {
  const stored = await chrome.storage.local.get(LOST_KEY);
  return (stored[LOST_KEY] as readonly RecordedSource[] | undefined) ?? [];
}

export async function dismissLostSources(): Promise<void> {
  await chrome.storage.local.remove(LOST_KEY);
}

/** Calls the listener after every change of the lost sources. Returns how to stop. */
export function onLostSourcesChange(listener: () => void): () => void {
  const notice = (changes: Readonly<Record<string, unknown>>) => {
    if (LOST_KEY in changes) listener();
  };
  chrome.storage.local.onChanged.addListener(notice);
  return () => chrome.storage.local.onChanged.removeListener(notice);
}
