export interface FakeNote {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly created: number;
  readonly edited: number;
  readonly trashed: boolean;
  readonly parent: object;
  /** Beyond the title. */
  readonly properties: object;
  /** False: without the address every page has. */
  readonly sound: boolean;
  /** Rendered without some of its blocks. */
  readonly partial: boolean;
}

/** The pages of a fake Notion, by the names tests give them. */
export interface NoteBook {
  /** What is shared with the integration, trash included. */
  shared(): readonly FakeNote[];
  /** Gives the item id. */
  add(name: string, fields?: Partial<FakeNote>): string;
  change(name: string, fields: Partial<FakeNote>): void;
  unshare(name: string): void;
}

const MINUTE_MS = 60_000;

export function createNoteBook(now: () => number): NoteBook {
  const notes = new Map<string, FakeNote>();
  const unshared = new Set<string>();
  /** Notion keeps the minute of an edit. */
  const time = () => now() - (now() % MINUTE_MS);
  return {
    shared: () => [...notes].filter(([name]) => !unshared.has(name)).map(([, note]) => note),
    add: (name, fields = {}) => {
      const id = `59833787-2cf9-4fdf-8782-${String(notes.size + 1).padStart(12, "0")}`;
      const texts = { title: `Notes on ${name}`, text: `About the ${name}.` };
      const flags = { trashed: false, sound: true, partial: false };
      const where = { parent: { type: "workspace", workspace: true }, properties: {} };
      notes.set(name, { id, created: time(), edited: time(), ...texts, ...flags, ...where, ...fields });
      return `page:${id}`;
    },
    change: (name, fields) => {
      const note = notes.get(name);
      if (note) notes.set(name, { ...note, ...fields, edited: time() });
    },
    unshare: (name) => unshared.add(name),
  };
}
