import { expect, test } from "vitest";
import type { SourceDocument } from "../model/source-document";
import { sourceDocumentFixture } from "../testing/fixtures";
import { convert } from "./convert-document";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const documentOf = (fileName: string, content: Partial<SourceDocument["content"]>): SourceDocument => ({
  ...sourceDocumentFixture({ id: "a" }),
  fileName,
  content: {
    kind: "bytes",
    bytes: bytesOf("Plan"),
    beside: "## Comments\n\nAda commented: Yes",
    ...content,
  } as never,
});

test("convert() adds what stands beside a file to its text", async () => {
  const { text } = await convert(documentOf("plan.txt", { bytes: bytesOf("Plan\n") }));
  expect(text).toBe("Plan\n\n## Comments\n\nAda commented: Yes");
});

test("convert() reads what stands beside a file that it cannot read, and says why", async () => {
  const read = await convert(documentOf("plan.pdf", { bytes: bytesOf("%PDF-1.7 nothing") }));
  expect(read).toMatchObject({
    text: "## Comments\n\nAda commented: Yes",
    note: expect.stringContaining("plan.pdf"),
  });
});
