import type { FakeDataSource, FakeNotionPage } from "./fake-notion-page-store";

const PERSON = "d40e767c-d7af-4b18-a86d-55c61f1e39a4";
/** A database with one data source, on a page in a toggle. */
export const CONTAINERS = {
  page: "0f1e2d3c-0000-4000-8000-000000000001",
  block: "0f1e2d3c-0000-4000-8000-000000000002",
  database: "0f1e2d3c-0000-4000-8000-000000000003",
  dataSource: "0f1e2d3c-0000-4000-8000-000000000004",
};

interface ErrorOptions {
  readonly code: string;
  readonly message: string;
  readonly headers?: Record<string, string>;
}

export function error(status: number, { code, message, headers = {} }: ErrorOptions): Response {
  return Response.json({ object: "error", status, code, message, request_id: "9f2e" }, { status, headers });
}

export function notFound(id: string): Response {
  const message = `Could not find page with ID: ${id}. Make sure it is shared.`;
  return error(404, { code: "object_not_found", message });
}

/** The first hundred entries at most. */
export function list(all: readonly object[], query: URLSearchParams, type: string): Response {
  const start = Number(query.get("start_cursor") ?? 0);
  const end = start + Number(query.get("page_size") ?? 100);
  const has_more = end < all.length;
  const results = all.slice(start, end);
  return Response.json({
    object: "list",
    results,
    next_cursor: has_more ? String(end) : null,
    has_more,
    type,
  });
}

export function toDataSourceJson(
  { id, title, description, edited, properties }: FakeDataSource,
  complete: boolean,
): object {
  const optional = { description: richText(description), in_trash: false, is_inline: true, properties };
  return {
    ...{ object: "data_source", id, title: richText(title) },
    url: `https://www.notion.so/${id.replaceAll("-", "")}`,
    last_edited_time: new Date(edited).toISOString(),
    parent: { type: "database_id", database_id: CONTAINERS.database },
    database_parent: { type: "workspace", workspace: true },
    ...(complete && optional),
  };
}

function richText(plain_text: string): readonly object[] {
  return [{ type: "text", plain_text, href: null, text: { content: plain_text, link: null } }];
}

export function getContainer(path: string): object | undefined {
  const containers: Readonly<Record<string, object>> = {
    [`data_sources/${CONTAINERS.dataSource}`]: {
      ...{ object: "data_source", id: CONTAINERS.dataSource, title: richText("Tasks") },
      parent: { type: "database_id", database_id: CONTAINERS.database },
      database_parent: { type: "block_id", block_id: CONTAINERS.block },
    },
    [`databases/${CONTAINERS.database}`]: {
      ...{ object: "database", id: CONTAINERS.database, title: richText("Tasks") },
      description: richText("What the team does"),
    },
    [`blocks/${CONTAINERS.block}`]: {
      ...{ object: "block", id: CONTAINERS.block, type: "toggle" },
      parent: { type: "page_id", page_id: CONTAINERS.page },
    },
  };
  return containers[path];
}

export function toPageJson(page: FakeNotionPage, complete: boolean): object {
  const { id, title, created, edited, trashed, parent, properties, wellFormed } = page;
  const optional = {
    created_time: new Date(created).toISOString(),
    created_by: { object: "user", id: PERSON },
    last_edited_by: { object: "user", id: PERSON },
    in_trash: trashed,
    is_archived: false,
    is_locked: false,
    public_url: null,
    icon: null,
    cover: null,
    parent,
  };
  return {
    object: "page",
    id,
    last_edited_time: new Date(edited).toISOString(),
    ...(wellFormed && { url: `https://www.notion.so/${id.replaceAll("-", "")}` }),
    properties: { Name: { id: "title", type: "title", title: richText(title) }, ...properties },
    ...(complete ? optional : trashed && { in_trash: true }),
  };
}
