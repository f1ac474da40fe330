/** Values that a vendor might add to its replies. */
const UNKNOWN_VALUES = [null, true, 7, "novel", [], { type: "novel", id: "novel" }];

/** The reply with unknown fields at many places, as vendors add them without notice. */
export async function withUnknownFields(reply: Response, random: () => number): Promise<Response> {
  const text = await reply.clone().text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return reply;
  }
  return new Response(JSON.stringify(addUnknownFields(body, random)), reply);
}

function addUnknownFields(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((each) => addUnknownFields(each, random));
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).map(([key, field]) => [key, addUnknownFields(field, random)] as const);
  const at = Math.floor(random() * (fields.length + 1));
  const unknownValue = UNKNOWN_VALUES[Math.floor(random() * UNKNOWN_VALUES.length)];
  return Object.fromEntries([...fields.slice(0, at), ["novelField", unknownValue], ...fields.slice(at)]);
}
