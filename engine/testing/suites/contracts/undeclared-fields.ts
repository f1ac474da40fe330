/** The fields of a JSON Schema. */
export interface FieldSchema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly patternProperties?: object;
  readonly additionalProperties?: unknown;
  readonly items?: FieldSchema | readonly FieldSchema[];
  readonly allOf?: readonly FieldSchema[];
  readonly anyOf?: readonly FieldSchema[];
  readonly oneOf?: readonly FieldSchema[];
}

/** Follows a `$ref` within the document. */
export type ResolveReference = (pointer: string) => FieldSchema;

/**
 * Paths of fields in `value` that no branch of the schema declares. Where a schema lists no fields, or allows
 * additional ones, none is undeclared.
 */
export function undeclaredFields(
  value: unknown,
  schema: FieldSchema,
  resolve: ResolveReference,
): readonly string[] {
  return walk(value, [schema], { resolve, path: "" });
}

interface FieldWalk {
  readonly resolve: ResolveReference;
  readonly path: string;
}

function walk(
  value: unknown,
  schemas: readonly FieldSchema[],
  { resolve, path }: FieldWalk,
): readonly string[] {
  const branches = schemas.flatMap((schema) => branchesOf(schema, resolve));
  if (Array.isArray(value)) {
    const items = branches.flatMap(({ items }) => (items === undefined ? [] : items));
    if (items.length === 0) return [];
    return value.flatMap((item, at) => walk(item, items, { resolve, path: `${path}[${at}]` }));
  }
  if (typeof value !== "object" || value === null || branches.some(isOpen)) return [];
  return Object.entries(value).flatMap(([key, field]) => {
    const own = branches.flatMap(({ properties }) => properties?.[key] ?? []);
    const next = { resolve, path: path === "" ? key : `${path}.${key}` };
    return own.length === 0 ? [next.path] : walk(field, own, next);
  });
}

/** The schema and everything it combines, references followed. */
function branchesOf(schema: FieldSchema, resolve: ResolveReference): readonly FieldSchema[] {
  if (schema.$ref !== undefined) return branchesOf(resolve(schema.$ref), resolve);
  const combined = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return [schema, ...combined.flatMap((branch) => branchesOf(branch, resolve))];
}

/** Whether an object may have any fields: they are allowed, or none is listed. */
function isOpen(schema: FieldSchema): boolean {
  const { properties, additionalProperties, patternProperties } = schema;
  if (patternProperties !== undefined) return true;
  if (additionalProperties !== undefined && additionalProperties !== false) return true;
  return "type" in schema && schema.type === "object" && properties === undefined && !combines(schema);
}

function combines({ allOf, anyOf, oneOf }: FieldSchema): boolean {
  return (allOf ?? anyOf ?? oneOf) !== undefined;
}
