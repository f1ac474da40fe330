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
  /** Ids of blocks that are missing in its Markdown. */
  readonly missing: readonly string[];
  /** Open comments, by the id of the page or of a block. */
  readonly comments: Readonly<Record<string, readonly object[]>>;
}

/** A table whose rows are pages. */
export interface FakeDataSource {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly edited: number;
  readonly properties: object;
}

/** The pages of a fake Notion, by the names in tests. */
export interface FakeNotionPageStore {
  /** Pages shared with the integration, including the trash. */
  shared(): readonly FakeNotionPage[];
  /** Returns the item id. */
  add(name: string, fields?: Partial<FakeNotionPage>): string;
  change(name: string, fields: Partial<FakeNotionPage>): void;
  unshare(name: string): void;
  dataSources(): readonly FakeDataSource[];
  addDataSource(id: string, fields: Partial<FakeDataSource>): void;
}

const MINUTE_MS = 60_000;

export function createFakeNotionPageStore(now: () => number): FakeNotionPageStore {
  const pages = new Map<string, FakeNotionPage>();
  const unshared = new Set<string>();
  const dataSources = new Map<string, FakeDataSource>();
  /** Notion's edit times have a precision of one minute. */
  const time = () => now() - (now() % MINUTE_MS);
  return {
    shared: () => [...pages].filter(([name]) => !unshared.has(name)).map(([, page]) => page),
    add: (name, fields = {}) => {
      const id = `59833787-2cf9-4fdf-8782-${String(pages.size + 1).padStart(12, "0")}`;
      const texts = { title: `Notes on ${name}`, text: `About the ${name}.` };
      const flags = { trashed: false, wellFormed: true, missing: [], comments: {} };
      const where = { parent: { type: "workspace", workspace: true }, properties: {} };
      pages.set(name, { id, created: time(), edited: time(), ...texts, ...flags, ...where, ...fields });
      return `page:${id}`;
    },
    change: (name, fields) => {
      const page = pages.get(name);
      if (page) pages.set(name, { ...page, ...fields, edited: time() });
    },
    unshare: (name) => unshared.add(name),
    dataSources: () => [...dataSources.values()],
    addDataSource: (id, fields) => {
      const texts = { title: "Tasks", description: "" };
      dataSources.set(id, { id, ...texts, edited: time(), properties: {}, ...fields });
    },
  };
}
