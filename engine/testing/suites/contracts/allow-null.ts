/**
 * A copy of an OpenAPI 3.0 document in which `nullable` is said as JSON Schema says it: null is one of the types. The
 * validator knows `nullable` only beside a `type`, and vendors write it beside references, too.
 */
export function allowNull(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(allowNull);
  if (typeof part !== "object" || part === null) return part;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, allowNull(value)]),
  );
  // A field may itself be called "nullable"; only the keyword is true or false.
  if (nullable === true) return { anyOf: [{ type: "null" }, rest] };
  return nullable === undefined || nullable === false ? rest : { nullable, ...rest };
}
