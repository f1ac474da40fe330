import { convert } from "../../convert/convert-document";
import {
  type CorpusDocument,
  type CorpusRetriever,
  type IndexCorpusOptions,
  indexCorpus,
} from "../index-corpus";
import { readReadmes } from "./read-readmes";

/** Converts and indexes the README files under `root`; `itemId` is the package's name. */
export async function indexReadmes(root: string, options: IndexCorpusOptions): Promise<CorpusRetriever> {
  const corpus: CorpusDocument[] = [];
  for (const { id, text } of readReadmes(root)) {
    const converted = await convert({
      id,
      type: "file",
      title: id,
      url: "",
      version: "",
      updatedAt: 0,
      fileName: "README.md",
      content: { kind: "text", mediaType: "text/markdown", text },
    });
    corpus.push({ id, title: converted.title ?? id, text: converted.text, format: converted.format });
  }
  return indexCorpus(corpus, options);
}
