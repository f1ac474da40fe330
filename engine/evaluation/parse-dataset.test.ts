import { expect, test } from "vitest";
import { parseDataset } from "./parse-dataset";

const files = {
  corpus: '{"_id":"d1","title":"Cats","text":"Cats sleep."}\n{"_id":"d2","text":"Dogs bark."}\n',
  queries:
    '{"_id":"q1","text":"who sleeps"}\n{"_id":"q2","text":"unjudged"}\n{"_id":"q3","text":"nothing fits"}\n',
  qrels: "query-id\tcorpus-id\tscore\nq1\td1\t2\nq1\td2\t0\nq3\td1\t0\n",
};

test("parseDataset() reads corpus and judged queries", () => {
  const { corpus, queries } = parseDataset(files);
  expect(corpus).toEqual([
    { id: "d1", title: "Cats", text: "Cats sleep." },
    { id: "d2", title: "", text: "Dogs bark." },
  ]);
  expect(queries).toEqual([
    {
      id: "q1",
      text: "who sleeps",
      grades: new Map([
        ["d1", 2],
        ["d2", 0],
      ]),
    },
  ]);
});

test("parseDataset() names file and line of what it cannot read", () => {
  expect(() => parseDataset({ ...files, corpus: `${files.corpus}{"_id":` })).toThrow(
    "Cannot read corpus.jsonl: line 3 is not a valid entry",
  );
  expect(() => parseDataset({ ...files, queries: '{"_id":1,"text":"a"}' })).toThrow(
    "Cannot read queries.jsonl: line 1 is not a valid entry",
  );
  expect(() => parseDataset({ ...files, qrels: "header\nq1\td1" })).toThrow(
    "Cannot read qrels.tsv: line 2 is not query, document and grade",
  );
});
