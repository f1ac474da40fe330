import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { escapeXml, type OmniboxLine, onOmniboxInput } from "./omnibox";

const HIT: OmniboxLine = {
  url: "https://a.example/",
  title: "Herons & weirs",
  detail: "Notes · <by the weir>",
};

/** Chrome's address bar: the first line, and those below it. */
let box: { first: string; lines: readonly chrome.omnibox.SuggestResult[] };
let type: (text: string) => void;
const setDefaultSuggestion = vi.fn<(line: { description: string }) => Promise<void>>();

beforeEach(() => {
  box = { first: "", lines: [] };
  setDefaultSuggestion.mockImplementation(async ({ description }) => {
    box.first = description;
  });
  const addListener = (listen: (text: string, show: (lines: typeof box.lines) => void) => void) => {
    type = (text) => listen(text, show);
  };
  vi.stubGlobal("chrome", { omnibox: { setDefaultSuggestion, onInputChanged: { addListener } } });
});

afterEach(() => vi.unstubAllGlobals());

/** As Chrome does, refuses all lines when one has no content. */
function show(lines: typeof box.lines): void {
  if (lines.some(({ content }) => content === ""))
    throw new TypeError("String must have at least 1 characters");
  box.lines = lines;
}

test("onOmniboxInput() shows suggestions below the default line", async () => {
  onOmniboxInput(async () => [HIT]);
  type("heron <");
  await vi.waitFor(() => expect(box.lines).toHaveLength(1));
  expect(box.first).toBe("Ask Atlas: <match>heron &lt;</match>");
  expect(box.lines[0]).toEqual({
    content: "https://a.example/",
    description: "Herons &amp; weirs <dim>Notes · &lt;by the weir&gt;</dim>",
  });
});

test("onOmniboxInput() keeps the default line when the engine fails, and removes older suggestions", async () => {
  onOmniboxInput(async (text) => {
    if (text === "heron") return [HIT];
    throw new Error("The engine stopped");
  });
  type("heron");
  await vi.waitFor(() => expect(box.lines).toHaveLength(1));
  type("herons");
  await vi.waitFor(() => expect(box.lines).toHaveLength(0));
  expect(box.first).toBe("Ask Atlas: <match>herons</match> <dim>Suggestions are not available now</dim>");
});

test("onOmniboxInput() ignores the failure of an older input", async () => {
  let fail: (error: Error) => void = () => {};
  const slow = new Promise<readonly OmniboxLine[]>((_, reject) => {
    fail = reject;
  });
  onOmniboxInput((text) => (text === "h" ? slow : Promise.resolve([HIT])));
  type("h");
  type("heron");
  await vi.waitFor(() => expect(box.lines).toHaveLength(1));
  fail(new Error("The engine stopped"));
  await slow.catch(() => {});
  expect(box).toMatchObject({ first: "Ask Atlas: <match>heron</match>", lines: [{ content: HIT.url }] });
});

test("onOmniboxInput() leaves out a line without a URL, for which Chrome would reject all lines", async () => {
  onOmniboxInput(async () => [{ ...HIT, url: "" }, HIT]);
  type("heron");
  await vi.waitFor(() => expect(box.lines.map(({ content }) => content)).toEqual([HIT.url]));
});

test("onOmniboxInput() continues when Chrome rejects the default line", async () => {
  setDefaultSuggestion.mockRejectedValue(new Error("Invalid XML"));
  onOmniboxInput(async () => [HIT]);
  type("heron");
  await vi.waitFor(() => expect(box.lines).toHaveLength(1));
});

test("escapeXml() leaves no markup and no control character", () => {
  expect(escapeXml(`<b> & "it's"\u0000\n`)).toBe("&lt;b&gt; &amp; &quot;it&apos;s&quot; ");
});

test("escapeXml() keeps surrogate pairs and replaces lone surrogates, which are invalid XML", () => {
  expect(escapeXml("otter 🦦")).toBe("otter 🦦");
  expect(escapeXml("otter \ud83e")).toBe("otter \ufffd");
});

test("escapeXml() leaves only characters that XML 1.0 allows, for any text", () => {
  const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
  const odd = fc.constantFrom("\ud83e", "\udda6", "\ufffe", "\uffff", "\u0000", "&", "<", "]]>");
  void fc.assert(
    fc.property(fc.string({ unit: fc.oneof(unit, odd) }), (text) => {
      expect(escapeXml(text)).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
    }),
  );
});
