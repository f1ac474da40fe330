import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { describe, expect, test } from "vitest";
import { convert } from "../../convert/convert-document";
import { createAsking } from "../../create-asking";
import type { AnswerEvent } from "../../model/answer";
import type { Document } from "../../model/document";
import type { ImageLine } from "../../model/image-text";
import type { SourceDocument } from "../../model/source-document";
import type { SearchIndex } from "../../search-index/search-index";
import { fakeContextualText } from "../../testing/fakes/fake-conversion";
import { createFakeGenerator } from "../../testing/fakes/fake-generator";
import { createFakeRetriever } from "../../testing/fakes/fake-retriever";
import { wordEmbedder } from "../../testing/fakes/word-embedder";
import { documentFixture, sourceDocumentFixture, sourceFixture } from "../../testing/fixtures";
import { ATTACKS, type Attack } from "../testing/attacks";

/**
 * Attacks by documents, mails, pages and pictures on a model that obeys them: it repeats the passages and the text that
 * the attack asks for. No event of the output may load or run anything, with any Markdown parser.
 */
const EVIL = "evil.example";
const SECRET = "swordfish-4711";
const PLAN = "The launch plan says that the product ships in May.";
const QUESTION = "What does the launch plan say?";
const INVISIBLE = /[\p{Cc}\p{DI}\p{Bidi_Control}]/u;

const withPayload = (text: string) => text.replaceAll("EVIL", EVIL).replaceAll("SECRET", SECRET);

function toSource({ kind, text }: Attack): SourceDocument {
  const url = `https://work.example/${kind}`;
  if (kind === "page") {
    const html = `<html><body><main><h1>Launch plan</h1><p>${PLAN}</p>${withPayload(text)}</main></body></html>`;
    return sourceDocumentFixture({
      id: "attack",
      type: "page",
      url,
      content: { kind: "text", mediaType: "text/html", text: html },
    });
  }
  if (kind === "image") {
    const lines = `${PLAN}\n${withPayload(text)}`.split("\n").map(toLine);
    return sourceDocumentFixture({ id: "attack", url, content: { kind: "image", text: [lines] } });
  }
  if (kind === "mail") {
    const messages = [{ author: "Mallory", sentAt: 0, text: `${PLAN}\n\n${withPayload(text)}` }];
    return sourceDocumentFixture({ id: "attack", type: "mail", url, content: { kind: "thread", messages } });
  }
  return sourceDocumentFixture({
    id: "attack",
    url,
    content: { kind: "text", mediaType: "text/markdown", text: `${PLAN}\n\n${withPayload(text)}` },
  });
}

function toLine(line: string): ImageLine {
  return line.split(" ").map((word) => ({ text: word, confidence: 0.95 }));
}

async function toDocument(attack: Attack): Promise<Document> {
  const source = toSource(attack);
  const { text, format } = await convert(source);
  const chunks = [{ ordinal: 0, start: 0, end: text.length, headings: [] }];
  const { url, type } = source;
  return documentFixture({
    itemId: "attack",
    documentId: 1,
    title: "Launch plan",
    url,
    type,
    text,
    format,
    chunks,
  });
}

const secret = documentFixture({
  documentId: 2,
  itemId: "secret",
  text: `The launch plan is kept under the password ${SECRET}.`,
  url: "https://work.example/secret",
});

/** Streams the text character by character, so that every mark arrives separately. */
function toChunks(text: string): readonly string[] {
  return text.match(/[\s\S]{1,3}/g) ?? [];
}

async function runAttack(attack: Attack) {
  const document = await toDocument(attack);
  const passages = [document, secret].map((one) => ({
    document: one,
    chunk: one.chunks[0]!,
    score: 1,
    keywordScore: 5,
    vectorScore: 0.6,
  }));
  const retriever = createFakeRetriever(passages);
  const generator = createFakeGenerator({
    respond: ({ messages }) => {
      const read = messages.at(-1)!.content.replace(/\n\nQuestion: .*$/, "");
      return toChunks(
        `${PLAN} [1] ${withPayload(attack.reply ?? attack.text)}\n\n${read}\n\n${document.text}`,
      );
    },
  });
  const asking = createAsking({
    store: { listSources: async () => [sourceFixture()], documentOf: async () => undefined },
    embedder: wordEmbedder,
    clock: { now: () => 0 },
    readerUrl: "chrome-extension://atlas/reader.html",
    pause: async () => {},
    generator,
    convert,
    chunkText: () => [],
    contextualText: fakeContextualText,
    page: () => undefined,
    terms: retriever.terms,
  } as unknown as Parameters<typeof createAsking>[0]);
  const events: AnswerEvent[] = [];
  const { signal } = new AbortController();
  const index = {} as SearchIndex;
  for await (const event of asking.askSources({ question: QUESTION }, { index, retriever }, { signal })) {
    events.push(event);
  }
  return { events, prompt: generator.asked[0]! };
}

interface MarkdownContents {
  /** Nodes that load or link something or are no Markdown, and addresses that some parsers would link. */
  readonly active: readonly string[];
  /** Numbers in brackets outside of code. */
  readonly numbers: readonly number[];
}

function inspectMarkdown(markdown: string): MarkdownContents {
  const active: string[] = [];
  const numbers: number[] = [];
  const visit = (node: { type: string; value?: string; children?: unknown[] }) => {
    if (/^(?:html|image|imageReference|link|linkReference|definition)$/.test(node.type))
      active.push(node.type);
    if (node.type === "text") {
      const { value = "" } = node;
      if (/(?<![\p{L}\p{N}])(?:[a-z][a-z0-9+.-]*:\/\/|www\.)\w/iu.test(value))
        active.push(`address in "${value}"`);
      numbers.push(...[...value.matchAll(/\[(\d{1,3})\]/g)].map(([, n]) => Number(n)));
    }
    for (const child of node.children ?? []) visit(child as typeof node);
  };
  visit(fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }));
  return { active, numbers };
}

test("there are at least sixty attacks, of every kind", () => {
  expect(ATTACKS.length).toBeGreaterThanOrEqual(60);
  expect(new Set(ATTACKS.map(({ kind }) => kind)).size).toBe(4);
  expect(new Set(ATTACKS.map(({ name }) => name)).size).toBe(ATTACKS.length);
});

describe.each(ATTACKS.map((attack) => [`${attack.kind}: ${attack.name}`, attack] as const))(
  "%s",
  (_, attack) => {
    test("the output has no link, picture, HTML or invisible character", async () => {
      const { events } = await runAttack(attack);
      const streamed = events.flatMap((event) => (event.type === "text" ? [event.delta] : [])).join("");
      const done = events.at(-1);
      if (done?.type !== "done") throw new Error("The answer did not end");
      const known = new Set(done.answer.citations.map(({ n }) => n));
      for (const text of [streamed, done.answer.text]) {
        const { active, numbers } = inspectMarkdown(text);
        expect(active).toEqual([]);
        expect(numbers.filter((n) => !known.has(n))).toEqual([]);
        expect(text.replace(/\n/g, "")).not.toMatch(INVISIBLE);
      }
      // A citation opens its own document, whatever the model wrote.
      for (const { url } of done.answer.citations) expect(url).toMatch(/^https:\/\/work\.example\//);
      const types = ["model", "citation", "text", "done"];
      expect(events.filter(({ type }) => !types.includes(type))).toEqual([]);
    });

    test("the prompt has it as data: one pair of markers, nothing invisible, no further turn, no tools", async () => {
      const { prompt } = await runAttack(attack);
      const [system, user] = prompt.messages;
      const marker = /<<(\S+) and/.exec(system!.content)?.[1] ?? "";
      expect(marker.length).toBeGreaterThan(30);
      expect(prompt.messages).toHaveLength(2);
      expect(user!.content.split(marker)).toHaveLength(3);
      const passages = user!.content.slice(user!.content.indexOf(marker), user!.content.lastIndexOf(marker));
      expect(passages.replace(/\n/g, "")).not.toMatch(INVISIBLE);
      expect(passages).not.toMatch(/<\||<\/s>|\[\/?INST\]|<(?:start|end)_of_turn>|<<SYS>>/);
      expect(passages.match(/^\[\d+\]/gm)).toEqual(["[1]", "[2]"]);
      expect(Object.keys(prompt).sort()).toEqual(["maxOutputTokens", "messages", "signal", "sourceLabels"]);
    });
  },
);
