export interface FakeNotionPage {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly created: number;
  readonly edited: number;
  readonly trashed: boolean;
  readonly parent: object;
  /** Properties besides the title. */
  readonly properties: object;
  /** False: without the address that every page has. */
  readonly wellFormed: boolean;
  /** Rendered without some of its blocks. */
  readonly partial: boolean;
}

/** The pages of a fake Notion, by the names in tests. */
export interface FakeNotionPageStore {
  /** Pages shared with the integration, including the trash. */
  shared(): readonly FakeNotionPage[];
  /** Returns the item id. */
  add(name: string, fields?: Partial<FakeNotionPage>): string;
  change(name: string, fields: Partial<FakeNotionPage>): void;
  unshare(name: string): void;
}

const MINUTE_MS = 60_000;

export function createFakeNotionPageStore(now: () => number): FakeNotionPageStore {
  const pages = new Map<string, FakeNotionPage>();
  const unshared = new Set<string>();
  /** Notion's edit times have a precision of one minute. */
  const time = () => now() - (now() % MINUTE_MS);
  return {
    shared: () => [...pages].filter(([name]) => !unshared.has(name)).map(([, page]) => page),
    add: (name, fields = {}) => {
      const id = `59833787-2cf9-4fdf-8782-${String(pages.size + 1).padStart(12, "0")}`;
      const texts = { title: `Notes on ${name}`, text: `About the ${name}.` };
      const flags = { trashed: false, wellFormed: true, partial: false };
      const where = { parent: { type: "workspace", workspace: true }, properties: {} };
      pages.set(name, { id, created: time(), edited: time(), ...texts, ...flags, ...where, ...fields });
      return `page:${id}`;
    },
    change: (name, fields) => {
      const page = pages.get(name);
      if (page) pages.set(name, { ...page, ...fields, edited: time() });
    },
    unshare: (name) => unshared.add(name),
  };
}
