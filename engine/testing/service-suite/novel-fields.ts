/** Values a vendor might add to its replies one day. */
const NOVELTIES = [null, true, 7, "novel", [], { type: "novel", id: "novel" }];

/** The reply with fields nobody has heard of added at many places, as vendors add them without notice. */
export async function withNovelFields(reply: Response, random: () => number): Promise<Response> {
  const text = await reply.clone().text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return reply;
  }
  return new Response(JSON.stringify(withNovelties(body, random)), reply);
}

function withNovelties(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((each) => withNovelties(each, random));
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).map(([key, field]) => [key, withNovelties(field, random)] as const);
  const at = Math.floor(random() * (fields.length + 1));
  const novelty = NOVELTIES[Math.floor(random() * NOVELTIES.length)];
  return Object.fromEntries([...fields.slice(0, at), ["novelField", novelty], ...fields.slice(at)]);
}
