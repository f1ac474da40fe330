import * as z from "zod";
import { isoTime, optional } from "../shared/parse/reply-fields";

const userId = optional(z.object({ id: z.string() }));

const parentSchema = optional(
  z.object({
    type: optional(z.string()),
    page_id: optional(z.string()),
    data_source_id: optional(z.string()),
    database_id: optional(z.string()),
    block_id: optional(z.string()),
  }),
);

export type NotionParent = z.infer<typeof parentSchema>;

/** A page, in a list or by itself. Times become milliseconds since the epoch; Notion gives them by the minute. */
export const pageSchema = z.object({
  id: z.string(),
  url: z.string(),
  last_edited_time: isoTime,
  created_time: optional(isoTime),
  in_trash: optional(z.boolean()),
  archived: optional(z.boolean()),
  created_by: userId,
  last_edited_by: userId,
  parent: parentSchema,
  properties: z.record(z.string(), z.unknown()),
});

export type NotionPage = z.infer<typeof pageSchema>;

/** The fields that a ledger row of a failure needs. */
export const loosePage = z.object({
  object: optional(z.string()),
  id: z.string(),
  url: optional(z.string()),
  last_edited_time: optional(isoTime),
});

export const searchPage = z.object({
  results: z.array(z.unknown()),
  has_more: optional(z.boolean()),
  next_cursor: optional(z.string()),
  /** `incomplete` when Notion truncates a list. */
  request_status: optional(z.object({ type: optional(z.string()) })),
});

/** Anything but a proxy's page. */
export const anyObject = z.record(z.string(), z.unknown());

export const looseList = z.object({
  results: optional(z.array(z.unknown())),
  has_more: optional(z.boolean()),
  next_cursor: optional(z.string()),
});

export const markdownReply = z.object({
  markdown: z.string(),
  truncated: optional(z.boolean()),
  unknown_block_ids: optional(z.array(z.unknown())),
});

const richTexts = optional(z.array(z.object({ plain_text: optional(z.string()) })));

/** A parent of pages: pages have a title among their properties, databases and data sources in a field, blocks none. */
export const holderSchema = z.object({
  properties: optional(z.record(z.string(), z.unknown())),
  title: richTexts,
  description: richTexts,
  parent: parentSchema,
  database_parent: parentSchema,
});

/** A data source: a table of a database, whose rows are pages. */
export const dataSourceSchema = z.object({
  object: z.literal("data_source"),
  id: z.string(),
  url: optional(z.string()),
  last_edited_time: isoTime,
  created_time: optional(isoTime),
  in_trash: optional(z.boolean()),
  archived: optional(z.boolean()),
  title: richTexts,
  description: richTexts,
  parent: parentSchema,
  database_parent: parentSchema,
  properties: optional(z.record(z.string(), z.unknown())),
});

export type NotionDataSource = z.infer<typeof dataSourceSchema>;

export const userSchema = z.object({ name: optional(z.string()) });

/** The bot that a token belongs to. */
export const selfSchema = z.object({
  id: z.string(),
  name: optional(z.string()),
  bot: optional(z.object({ workspace_id: optional(z.string()), workspace_name: optional(z.string()) })),
});

export const errorBody = z.object({ code: optional(z.string()), message: optional(z.string()) });
