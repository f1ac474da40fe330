export interface FakeConfluencePage {
  readonly id: number;
  readonly kind: "page" | "blogpost";
  readonly title: string | null;
  readonly storage: string;
  readonly space: string;
  readonly parent?: number;
  readonly trashed: boolean;
  readonly number: number;
  readonly created: number;
  readonly updated: number;
  readonly labels?: readonly string[];
  readonly comments?: readonly FakeComment[];
  readonly attachments?: readonly FakeAttachment[];
}

/** Of `PEOPLE`. */
export interface FakeComment {
  readonly id: number;
  readonly author: string;
  readonly storage: string;
  readonly at: number;
  /** The words of the page that it is about; absent for a comment below the page. */
  readonly selection?: string;
  readonly resolved?: boolean;
  readonly replies?: readonly FakeComment[];
}

export interface FakeAttachment {
  readonly id: string;
  readonly title: string;
  readonly mediaType: string;
  readonly text: string;
}

/** Spaces of the fake: id and name by key. */
export const SPACES: Readonly<Record<string, { readonly id: string; readonly name: string }>> = {
  ENG: { id: "65537", name: "Engineering" },
  OPS: { id: "65538", name: "Operations" },
};

/** The pages and blog posts of a fake Confluence, by the names in tests. */
export interface FakeConfluencePageStore {
  /** Visible contents. */
  visible(): readonly FakeConfluencePage[];
  /** Visible contents of the trash. */
  trash(): readonly FakeConfluencePage[];
  find(name: string): FakeConfluencePage | undefined;
  /** Returns the item id. */
  add(name: string, fields?: Partial<FakeConfluencePage>): string;
  change(name: string, fields: Partial<FakeConfluencePage>): void;
  /** Changes what is around a page, which changes neither its version nor its place in lists. */
  surround(name: string, fields: Pick<FakeConfluencePage, "labels" | "comments" | "attachments">): void;
  remove(name: string): void;
  hide(name: string): void;
}

export function createFakeConfluencePageStore(now: () => number): FakeConfluencePageStore {
  const pages = new Map<string, FakeConfluencePage>();
  const hidden = new Set<string>();
  const shown = () => [...pages].filter(([name]) => !hidden.has(name)).map(([, page]) => page);
  let count = 0;
  return {
    visible: () => shown().filter(({ trashed }) => !trashed),
    trash: () => shown().filter(({ trashed }) => trashed),
    find: (name) => pages.get(name),
    add: (name, fields = {}) => {
      const id = 98_304 + ++count;
      // Every third is a blog post, so that few items contain both kinds.
      const kind = fields.kind ?? (count % 3 === 2 ? "blogpost" : "page");
      const text = { title: `Guide to the ${name}`, storage: `<p>About the ${name}.</p>` };
      const time = now();
      pages.set(name, {
        id,
        kind,
        space: "ENG",
        number: 1,
        trashed: false,
        created: time,
        updated: time,
        ...text,
        ...fields,
      });
      return `${kind}:${id}`;
    },
    change: (name, fields) => {
      const page = pages.get(name);
      if (page) pages.set(name, { ...page, ...fields, number: page.number + 1, updated: now() });
    },
    surround: (name, fields) => {
      const page = pages.get(name);
      if (page) pages.set(name, { ...page, ...fields });
    },
    remove: (name) => {
      const page = pages.get(name);
      if (page) pages.set(name, { ...page, trashed: true });
    },
    hide: (name) => hidden.add(name),
  };
}
