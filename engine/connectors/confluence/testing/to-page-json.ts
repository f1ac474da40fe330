import { type FakeConfluencePage, SPACES } from "./fake-confluence-page-store";

const AUTHOR = "5b10a2844c20165700ede21g";
const EDITOR = "5b10ac8d82e05b22cc7d4ef5";

export const PEOPLE: Readonly<Record<string, string>> = {
  [AUTHOR]: "Mia Krystof",
  [EDITOR]: "Emma Richards",
};

export interface PageJsonOptions {
  /** False: without the optional fields. */
  readonly complete: boolean;
  readonly withBody: boolean;
}

/** A page or blog post in the format of version 2. */
export function toCloudPageJson(page: FakeConfluencePage, { complete, withBody }: PageJsonOptions): object {
  const { id, kind, title, storage, space, parent, number, created, updated } = page;
  const optional = {
    status: "current",
    spaceId: SPACES[space]?.id,
    ...(kind === "page" && {
      parentId: parent === undefined ? null : String(parent),
      parentType: parent && "page",
    }),
    authorId: AUTHOR,
    createdAt: new Date(created).toISOString(),
    _links: {
      webui: `/spaces/${space}/${kind === "page" ? "pages" : "blog"}/${id}`,
      editui: `/pages/resumedraft.action?draftId=${id}`,
      tinyui: `/x/${id}`,
    },
  };
  return {
    id: String(id),
    title,
    version: {
      number,
      createdAt: new Date(updated).toISOString(),
      ...(complete && { message: "", minorEdit: false, authorId: number > 1 ? EDITOR : AUTHOR }),
    },
    body: withBody ? { storage: { representation: "storage", value: storage } } : {},
    ...(complete && optional),
  };
}

/** A page or blog post in the format of Data Center. */
export function toServerPageJson(page: FakeConfluencePage, { complete, withBody }: PageJsonOptions): object {
  const { id, kind, title, storage, space, number, created, updated } = page;
  const person = (displayName: string) => ({ type: "known", username: displayName, displayName });
  const optional = {
    status: "current",
    space: { id: 1, key: space, name: SPACES[space]?.name, type: "global" },
    ancestors: [{ id: "1", type: "page", title: "Handbook" }],
    metadata: { labels: { results: toLabels(page), start: 0, limit: 200, size: page.labels?.length ?? 0 } },
    history: { latest: true, createdBy: person("Mia Krystof"), createdDate: new Date(created).toISOString() },
    _links: { webui: `/display/${space}/${id}`, tinyui: `/x/${id}` },
  };
  return {
    id: String(id),
    type: kind,
    title,
    version: {
      number,
      when: new Date(updated).toISOString(),
      ...(complete && { by: person("Emma Richards"), message: "", minorEdit: false }),
    },
    ...(withBody && { body: { storage: { value: storage, representation: "storage" } } }),
    ...(complete && optional),
  };
}

export function toLabels({ labels = [] }: FakeConfluencePage): readonly object[] {
  return labels.map((name, at) => ({ id: String(at), prefix: "global", name }));
}
