import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createGoogleFixture } from "../shared/vendors/google/testing/google-fixture";
import { gmail } from ".";
import { createFakeGmail } from "./testing/fake-gmail";

const data = (text: string) => Buffer.from(text).toString("base64url");

/** Gmail's reply for a message, with every field that its reference documents. */
const MESSAGE = {
  id: "m1",
  threadId: "m1",
  labelIds: ["INBOX", "Label_7"],
  snippet: "Dear Mira",
  historyId: "1000",
  internalDate: "1735689600000",
  sizeEstimate: 2048,
  raw: null,
  classificationLabelValues: [{ labelId: "c1", fields: [{ fieldId: "f1", selection: "s1" }] }],
  payload: {
    partId: "",
    mimeType: "multipart/mixed",
    filename: "",
    headers: [
      { name: "From", value: "Ada Byron <ada@example.com>" },
      { name: "Subject", value: "About quartz" },
    ],
    body: { size: 0 },
    parts: [
      {
        partId: "0",
        mimeType: "multipart/alternative",
        filename: "",
        headers: [{ name: "Content-Type", value: "multipart/alternative; boundary=b" }],
        body: { size: 0 },
        parts: [
          {
            partId: "0.0",
            mimeType: "text/plain",
            filename: "",
            headers: [{ name: "Content-Type", value: 'text/plain; charset="UTF-8"' }],
            body: { size: 12, data: data("plainwords") },
          },
          {
            partId: "0.1",
            mimeType: "text/html",
            filename: "",
            headers: [{ name: "Content-Type", value: 'text/html; charset="UTF-8"' }],
            body: { size: 12, data: data("<p>htmlwords</p>") },
          },
        ],
      },
      {
        partId: "1",
        mimeType: "text/csv",
        filename: "ropes.csv",
        headers: [{ name: "Content-Disposition", value: 'attachment; filename="ropes.csv"' }],
        body: { size: 8, data: data("a,b\n1,2") },
      },
    ],
  },
};

type Path = readonly (string | number)[];
type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The paths of all fields of a value. */
function pathsOf(value: Json, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const children = Object.entries(value).flatMap(([key, child]) =>
    pathsOf(child as Json, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length > 0 ? [path, ...children] : children;
}

const PATHS = pathsOf(MESSAGE);
const REPLACEMENTS: readonly (Json | undefined)[] = [
  undefined,
  null,
  0,
  "",
  "unknown-kind/x-new",
  true,
  [],
  {},
  [null],
  { unknown: 1 },
];

function replaceAt(value: Json, [key, ...rest]: Path, by: Json | undefined): Json {
  if (key === undefined || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    return list.map((item, at) =>
      at !== key ? item : rest.length > 0 ? replaceAt(item, rest, by) : (by ?? null),
    );
  }
  const { [key]: child = null, ...others } = value as Record<string, Json>;
  const changed = rest.length > 0 ? replaceAt(child, rest, by) : by;
  return changed === undefined ? others : { ...others, [key]: changed };
}

const change = fc.record({ path: fc.constantFrom(...PATHS), by: fc.constantFrom(...REPLACEMENTS) });
const changes = fc.array(change, { minLength: 1, maxLength: 3 });

/** Pulls a mailbox with a conversation for each of these, changed so; returns those of which nothing is known after. */
async function silentOnes(
  all: readonly (readonly { readonly path: Path; readonly by: Json | undefined }[])[],
): Promise<readonly string[]> {
  const { vendor, pull, ledgerIds } = await createGoogleFixture(gmail, createFakeGmail, { pageSize: 500 });
  const names = new Map<string, string>();
  for (const [at, changed] of all.entries()) {
    const id = vendor.create(`quartz ${at}`);
    const whole: Json = { ...MESSAGE, id, threadId: id };
    vendor.mailbox.setReply(
      id,
      changed.reduce<Json>((json, { path, by }) => replaceAt(json, path, by), whole),
    );
    names.set(id, JSON.stringify(changed));
  }
  await pull();
  const known = new Set(await ledgerIds());
  return [...names].filter(([id]) => !known.has(id)).map(([, name]) => name);
}

describe("Gmail's reply with fields that are absent, null, of other types or unknown", () => {
  test("becomes a document or a named failure, whichever field it is", async () => {
    // The others take turns.
    const others = REPLACEMENTS.slice(2);
    const all = PATHS.flatMap((path, at) =>
      [undefined, null, others[at % others.length]].map((by) => [{ path, by }]),
    );
    expect(await silentOnes(all)).toEqual([]);
  });

  test("becomes a document or a named failure, whichever fields they are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(changes, { minLength: 30, maxLength: 60 }), async (all) => {
        expect(await silentOnes(all)).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });
});
