import { expect, test } from "vitest";
import { makeDocument } from "../testing/make-document";
import { buildSegment } from "./build-segment";
import { entryAt } from "./document-table";
import { fromBuffers, toBuffers } from "./segment-buffers";

test.each([3, 300, 70_000])("fromBuffers() reads %i authors as toBuffers() wrote them", (count) => {
  const documents = Array.from({ length: count }, (_, at) =>
    makeDocument(at + 1, "", {
      author: `author ${at}`,
      sourceId: `source ${at % 2}`,
      updatedAt: at,
      chunks: [],
    }),
  );
  const { table } = fromBuffers(toBuffers(buildSegment(documents, { embedderId: "test", dimensions: 2 })));
  for (const at of [0, 1, 2, count - 1]) {
    expect(entryAt(table, at)).toMatchObject({
      documentId: at + 1,
      author: `author ${at}`,
      sourceId: `source ${at % 2}`,
      updatedAt: at,
    });
  }
});
