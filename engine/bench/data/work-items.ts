import type { Source } from "../../model/source";
import type { SourceDocument } from "../../model/source-document";
import type { TextSet } from "./text-set";
import { CHUNKS_PER_DOCUMENT, createWorkFields, SOURCES } from "./work-fields";

const LABELS = ["Slack", "Jira", "Notion", "Linear", "Gmail", "Drive", "GitHub", "Confluence"];
const GIVEN = ["Priya", "Jonas", "Mei", "Amara", "Tomás", "Ingrid", "Yusuf", "Clara", "Ravi", "Elif"];
const FAMILY = [
  ...["Nair", "Weber", "Chen", "Okafor", "Silva", "Lund", "Demir", "Rossi", "Patel", "Novak"],
  ...["Haas", "Ito", "Mbeki", "Moreau", "Costa", "Berg", "Aydin", "Ricci", "Singh", "Kral"],
];

/** Types that sources deliver as Markdown, or that become it; judging its statements takes a parser. */
const MARKDOWN: ReadonlySet<string> = new Set(["page", "file", "issue"]);

/** The same work as in `createWorkDocuments`, as connectors deliver it, with names that people would ask for. */
export interface WorkItems {
  readonly sources: readonly Source[];
  /** From 1. */
  item(documentId: number): { readonly sourceId: string; readonly document: SourceDocument };
}

export function createWorkItems(texts: TextSet, seed: number): WorkItems {
  const fieldsOf = createWorkFields(texts, seed);
  return {
    sources: Array.from({ length: SOURCES }, (_, at) => ({
      ...{ id: `source-${at}`, connectorId: "bench", label: LABELS[at] ?? `Source ${at}` },
      ...{ settings: {}, state: "idle", dueAt: 0, addedAt: 0 },
    })),
    item(documentId) {
      const { documentId: _, sourceId, author, ...fields } = fieldsOf(documentId);
      const parts = texts.texts((documentId - 1) * CHUNKS_PER_DOCUMENT, CHUNKS_PER_DOCUMENT);
      const document: SourceDocument = {
        ...fields,
        id: String(documentId),
        version: "1",
        url: `https://example.com/${documentId}`,
        author: personName(Number(author.replace("author-", ""))),
        content: MARKDOWN.has(fields.type)
          ? { kind: "text", mediaType: "text/markdown", text: parts.map(toSection).join("\n\n") }
          : { kind: "text", mediaType: "text/plain", text: parts.join("\n\n") },
      };
      return { sourceId, document };
    },
  };
}

/** A heading, half of the sentences as a paragraph and half as a list. */
function toSection(part: string, at: number): string {
  const sentences = part.split(/(?<=[.!?]) /);
  const middle = Math.ceil(sentences.length / 2);
  const list = sentences.slice(middle).map((sentence) => `- ${sentence}`);
  return [`## Part ${at + 1}`, "", sentences.slice(0, middle).join(" "), "", ...list].join("\n");
}

export function sourceLabel(number: number): string {
  return LABELS[number % LABELS.length] ?? "";
}

/** The author of a number, each another one up to 200. */
export function personName(number: number): string {
  const family = FAMILY[Math.floor(number / GIVEN.length) % FAMILY.length];
  return `${GIVEN[number % GIVEN.length]} ${family}`;
}
