import type { ConvertBytesOptions } from "../convert";
import type { Pdf, PdfPage } from "./read-page";
import { escapeLine } from "./text/escape-line";

interface AttachedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Attachments {
  /** Markdown, a section for each file. */
  readonly sections: readonly string[];
  readonly notes: readonly string[];
}

/** Reads the files within a PDF, each by its own format. */
export async function readAttachments(
  pdf: Pdf,
  pages: readonly PdfPage[],
  { signal, convertPart }: ConvertBytesOptions,
): Promise<Attachments> {
  const sections: string[] = [];
  const failed: string[] = [];
  for (const { name, bytes } of [...(await embeddedFiles(pdf)), ...pages.flatMap(({ files }) => files)]) {
    try {
      const { text, format } = await convertPart({ name, bytes });
      const body = format === "markdown" ? text : text.split("\n").map(escapeLine).join("\n");
      sections.push(`# Attachment ${escapeLine(name)}\n\n${body}`);
    } catch (error) {
      signal?.throwIfAborted();
      failed.push(error instanceof Error ? error.message : name);
    }
  }
  const count = `${failed.length} ${failed.length === 1 ? "attachment" : "attachments"}`;
  return { sections, notes: failed.length > 0 ? [`${count} left out (${failed.join("; ")})`] : [] };
}

async function embeddedFiles(pdf: Pdf): Promise<AttachedFile[]> {
  const found: unknown = await pdf.getAttachments().catch(() => undefined);
  return Object.values(found ?? {}).flatMap((file: { filename?: unknown; content?: unknown } | null) => {
    const { filename, content } = file ?? {};
    if (!(content instanceof Uint8Array)) return [];
    return [{ name: typeof filename === "string" ? filename : "attachment", bytes: content }];
  });
}
