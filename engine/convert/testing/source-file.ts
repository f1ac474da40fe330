import type { SourceDocument } from "../../model/source-document";

/** A document as the folder connector delivers it; a string is encoded as UTF-8. */
export function sourceFile(fileName: string, content: string | Uint8Array): SourceDocument {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const url = `https://docs.example.com/team/${encodeURIComponent(fileName)}`;
  return {
    id: fileName,
    type: "file",
    title: fileName,
    url,
    version: "1",
    updatedAt: 0,
    fileName,
    content: { kind: "bytes", bytes },
  };
}

/** A document as a browser source delivers it. */
export function sourceText(mediaType: string, text: string): SourceDocument {
  const url = "https://docs.example.com/team/page";
  return {
    id: "page",
    type: "page",
    title: "Page",
    url,
    version: "1",
    updatedAt: 0,
    content: { kind: "text", mediaType, text },
  };
}
