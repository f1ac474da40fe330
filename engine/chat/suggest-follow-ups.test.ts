import { expect, test } from "vitest";
import { english } from "../language/english/english";
import type { Citation } from "../model/answer";
import type { Document } from "../model/document";
import { documentFixture } from "../testing/fixtures";
import { suggestFollowUps } from "./suggest-follow-ups";

test("suggestFollowUps() suggests headings after the cited passage first, then those before it", () => {
  const document = withHeadings("p-queue", ["Install", "Usage", "Events", "Timeouts"]);
  expect(
    suggestFollowUps({ question: "How is it used?", citations: [citing(document, 1)] }, [document], english),
  ).toEqual([
    "What does “p-queue” say about “Events”?",
    "What does “p-queue” say about “Timeouts”?",
    "What does “p-queue” say about “Install”?",
  ]);
});

test("suggestFollowUps() interleaves the cited documents", () => {
  const [a, b] = [withHeadings("a", ["One", "Two", "Three"]), withHeadings("b", ["Uno", "Due"])];
  const citations = [citing(a, 0), citing(b, 0)];
  expect(suggestFollowUps({ question: "?", citations }, [a, b], english)).toEqual([
    "What does “a” say about “Two”?",
    "What does “b” say about “Due”?",
    "What does “a” say about “Three”?",
  ]);
});

test("suggestFollowUps() leaves out the asked question, generic headings, and the title of the document", () => {
  const document = withHeadings("Guide", [
    "Usage",
    "Contents",
    "Error handling",
    "Guide",
    "1.2",
    "Why is it slow?",
  ]);
  const question = "How does error-handling work?";
  expect(suggestFollowUps({ question, citations: [citing(document, 0)] }, [document], english)).toEqual([
    "Why is it slow?",
  ]);
});

function withHeadings(title: string, headings: readonly string[]): Document {
  const chunks = headings.map((heading, ordinal) => ({
    ordinal,
    start: ordinal * 10,
    end: ordinal * 10 + 10,
    headings: [title, heading],
  }));
  return { ...documentFixture(), itemId: title, title, chunks };
}

function citing({ sourceId, itemId }: Document, chunk: number): Citation {
  const place = { sourceId, itemId, start: chunk * 10 + 2, end: chunk * 10 + 8 };
  const shown = { n: 1, title: "", url: "", quote: "", source: "", updatedAt: "" };
  return { ...shown, ...place, passage: { text: "", highlights: [] } };
}
