import * as z from "zod";
import { toPlainError } from "../../../errors/to-plain-error";
import type { NotionClient, NotionMarkdown } from "../client";
import type { Omission } from "../markdown/markdown-context";
import { idIn, parseAttributes } from "../markdown/tags";
import { blockToMarkdown, blockType } from "./block-to-markdown";

/** The Markdown of a page with all its blocks. */
export interface PageContent {
  /** In Notion's Markdown. */
  readonly markdown: string;
  /** Blocks that could not be read. */
  readonly omissions: readonly Omission[];
}

/** Requests for the remaining blocks of one page; Notion renders some 20,000 at once. */
const MAX_BLOCK_REQUESTS = 50;
const MAX_DEPTH = 6;

interface Reading {
  readonly client: NotionClient;
  readonly signal: AbortSignal;
  readonly omissions: Omission[];
  readonly seen: Set<string>;
  /** Blocks that Notion left out, of the page and of blocks in it. */
  readonly listed: Set<string>;
  requests: number;
}

/**
 * Reads a page to its end: Notion leaves out blocks of large pages and gives their ids, and does not render some kinds of
 * blocks. Undefined when the page is gone. Rejects with ReadItemError when Notion cannot render it.
 */
export async function readContent(
  client: NotionClient,
  pageId: string,
  signal: AbortSignal,
): Promise<PageContent | undefined> {
  const page = await client.markdown(pageId, signal);
  if (page === undefined) return undefined;
  const reading: Reading = {
    client,
    signal,
    omissions: [],
    seen: new Set([pageId]),
    listed: new Set(),
    requests: 0,
  };
  const markdown = `${await withBlocks(reading, page, 0)}${await remainingBlocks(reading)}`;
  const isCut = page.truncated && page.unknownIds.length === 0 && !page.markdown.includes("<unknown");
  if (isCut) reading.omissions.push({ kind: "block", name: "" });
  return { markdown, omissions: reading.omissions };
}

const UNKNOWN = /(<unknown\s[^<>]*>(?:\s*<\/unknown>)?)/;

/** Puts the blocks in the place of their tags. */
async function withBlocks(reading: Reading, page: NotionMarkdown, depth: number): Promise<string> {
  for (const id of page.unknownIds) reading.listed.add(id);
  let markdown = "";
  for (const [at, part] of page.markdown.split(UNKNOWN).entries()) {
    if (at % 2 === 0) {
      markdown += part;
      continue;
    }
    const id = idIn(parseAttributes(part).url ?? "", "block");
    const block = id === undefined ? undefined : await readBlock(reading, id, depth);
    const indent = /(?:^|\n)(\t*)$/.exec(markdown)?.[1] ?? "";
    markdown += block === undefined ? part : block.replaceAll("\n", `\n${indent}`);
  }
  return markdown;
}

/** Blocks that have no tag. */
async function remainingBlocks(reading: Reading): Promise<string> {
  let markdown = "";
  for (const id of reading.listed) {
    if (reading.seen.has(id)) continue;
    const block = await readBlock(reading, id, 0);
    if (block === undefined) reading.omissions.push({ kind: "block", name: "" });
    else if (block !== "") markdown += `\n\n${block}`;
  }
  return markdown;
}

/** Undefined when the block stays unknown. */
async function readBlock(reading: Reading, id: string, depth: number): Promise<string | undefined> {
  if (reading.seen.has(id) || depth >= MAX_DEPTH) return undefined;
  reading.seen.add(id);
  if (!reading.listed.has(id)) return readUnrendered(reading, id);
  if (++reading.requests > MAX_BLOCK_REQUESTS) return undefined;
  try {
    const block = await reading.client.markdown(id, reading.signal);
    if (block) return await withBlocks(reading, block, depth + 1);
    // Notion does not tell a block that is left out from one that the integration may not see.
    reading.omissions.push({ kind: "private", name: "" });
    return "";
  } catch (error) {
    if (toPlainError(error).code !== "read-item") throw error;
    return readUnrendered(reading, id);
  }
}

/** A block of a kind that Notion does not render as Markdown. */
async function readUnrendered(reading: Reading, id: string): Promise<string | undefined> {
  if (++reading.requests > MAX_BLOCK_REQUESTS) return undefined;
  const raw = await reading.client.readOptional(`blocks/${id}`, z.unknown(), reading.signal);
  if (raw === undefined) return undefined;
  const markdown = blockToMarkdown(raw);
  if (markdown === undefined) reading.omissions.push({ kind: "block", name: blockType(raw) });
  return markdown ?? "";
}
