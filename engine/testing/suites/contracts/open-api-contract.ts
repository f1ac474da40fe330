import Ajv, { type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { type Exchange, nameOf } from "./exchange";
import { type FieldSchema, undeclaredFields } from "./undeclared-fields";

interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: object;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<Record<string, ResponseObject>>;
}

interface ResponseObject {
  readonly $ref?: string;
  /** Swagger 2. */
  readonly schema?: object;
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
}

interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation | readonly Parameter[]>>>>;
}

export interface OpenApiContractOptions {
  /** The part of real addresses before the document's paths. */
  readonly basePath?: RegExp;
  /** Query parameters that the document wrongly requires. */
  readonly relaxed?: readonly string[];
  /** Requested paths that the document does not have, each with the reason. */
  readonly beyond?: readonly { readonly path: RegExp; readonly why: string }[];
}

/**
 * Checks exchanges against an OpenAPI 3 or Swagger 2 document. Fixtures have the fields we read and some more: a field may
 * be missing from a reply, but each one that is there must be declared, and of the declared type.
 */
export function createOpenApiContract(contract: unknown, options: OpenApiContractOptions = {}) {
  const document = allowNull(contract) as OpenApiDocument;
  const { basePath = /^/, relaxed = [], beyond = [] } = options;
  const validator = createValidator(document);
  const templates = Object.keys(document.paths).map((template) => ({
    template,
    pattern: toPattern(template),
  }));

  function findTemplate(exchange: Exchange): string | undefined {
    const path = exchange.url.pathname.replace(basePath, "");
    const matching = templates.filter(({ pattern }) => pattern.test(path));
    // A fixed segment takes precedence over a parameter: /repos/a/b/issues/comments is not issue "comments".
    return matching.sort((a, b) => a.template.split("{").length - b.template.split("{").length)[0]?.template;
  }

  return {
    /** How an exchange violates the contract; empty when it does not. */
    violations(exchange: Exchange): readonly string[] {
      const template = findTemplate(exchange);
      const method = exchange.method.toLowerCase();
      const operation = template && (document.paths[template]?.[method] as Operation | undefined);
      if (!template || !operation) {
        if (beyond.some(({ path }) => path.test(exchange.url.pathname))) return [];
        return [`${nameOf(exchange)}: no such operation`];
      }
      const shared = (document.paths[template]?.parameters ?? []) as readonly Parameter[];
      const parameters = [...shared, ...(operation.parameters ?? [])].map((parameter) =>
        parameter.$ref === undefined ? parameter : (resolve(document, parameter.$ref) as Parameter),
      );
      return [
        ...checkQuery(exchange, { parameters, relaxed, validator }),
        ...checkReply(exchange, { template, method, operation, document, validator }),
      ].map((violation) => `${nameOf(exchange)}: ${violation}`);
    },
  };
}

interface QueryCheck {
  readonly parameters: readonly Parameter[];
  readonly relaxed: readonly string[];
  readonly validator: Validator;
}

function checkQuery({ url }: Exchange, { parameters, relaxed, validator }: QueryCheck): readonly string[] {
  const declared = parameters.filter((parameter) => parameter.in === "query");
  const unknown = [...url.searchParams.keys()].filter((key) => !declared.some(({ name }) => name === key));
  const missing = declared.filter(
    ({ name, required }) => required && !relaxed.includes(name) && !url.searchParams.has(name),
  );
  const wrong = declared.filter(({ name, schema }) => {
    const value = url.searchParams.get(name);
    return value !== null && schema !== undefined && !validator.coerced(schema, value);
  });
  return [
    ...unknown.map((key) => `query parameter "${key}" is not declared`),
    ...missing.map(({ name }) => `query parameter "${name}" is required`),
    ...wrong.map(({ name }) => `query parameter "${name}" is of another type`),
  ];
}

interface ReplyCheck {
  readonly template: string;
  readonly method: string;
  readonly operation: Operation;
  readonly document: OpenApiDocument;
  readonly validator: Validator;
}

function checkReply(exchange: Exchange, check: ReplyCheck): readonly string[] {
  const { operation, document, validator } = check;
  const { status, responseBody } = exchange;
  const key = [String(status), "default"].find((candidate) => operation.responses[candidate]);
  const declared = key === undefined ? undefined : operation.responses[key];
  // Errors of every operation (401, 403, 429, 5xx) are rarely declared on each.
  if (!declared) return status < 400 ? [`status ${status} is not declared`] : [];
  const response =
    declared.$ref === undefined ? declared : (resolve(document, declared.$ref) as ResponseObject);
  const schema = response.schema ?? response.content?.["application/json"]?.schema;
  if (schema === undefined || responseBody === undefined) return [];
  return [
    ...validator.errors(schema, responseBody),
    ...undeclaredFields(
      responseBody,
      schema as FieldSchema,
      (pointer) => resolve(document, pointer) as FieldSchema,
    ).map((path) => `field "${path}" of the reply is not declared`),
  ];
}

interface Validator {
  errors(schema: object, value: unknown): readonly string[];
  /** Whether a value that is sent as text matches the schema. */
  coerced(schema: object, value: string): boolean;
}

const DOCUMENT = "contract";

function createValidator(document: object): Validator {
  const make = (coerceTypes: boolean | "array") => {
    const ajv = new Ajv({
      strict: false,
      validateSchema: false,
      validateFormats: true,
      coerceTypes,
      logger: false,
    });
    addFormats(ajv);
    // Fixtures are trimmed, so nothing is required; "oneOf" could then match several branches.
    ajv.removeKeyword("required");
    ajv.removeKeyword("discriminator");
    // Undeclared fields are reported by name, below.
    ajv.removeKeyword("additionalProperties");
    ajv.removeKeyword("oneOf");
    ajv.addKeyword({ keyword: "oneOf", macro: (branches: readonly object[]) => ({ anyOf: branches }) });
    ajv.addSchema(document, DOCUMENT);
    const compiled = new Map<object, ValidateFunction>();
    return (schema: object) => {
      const known = compiled.get(schema);
      if (known) return known;
      const validate = ajv.compile(withDocument(schema) as object);
      compiled.set(schema, validate);
      return validate;
    };
  };
  const strict = make(false);
  const lenient = make("array");
  return {
    errors: (schema, value) => {
      const validate = strict(schema);
      if (validate(value)) return [];
      return (validate.errors ?? []).map(
        ({ instancePath, message }) => `reply ${instancePath || "body"} ${message ?? "is wrong"}`,
      );
    },
    coerced: (schema, value) =>
      lenient({ type: "object", properties: { value: schema } })({ value }) === true,
  };
}

/** Makes the references of a part point into the whole document. */
function withDocument(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withDocument);
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) =>
      key === "$ref" && typeof value === "string" && value.startsWith("#")
        ? [key, `${DOCUMENT}${value}`]
        : [key, withDocument(value)],
    ),
  );
}

/**
 * A copy of an OpenAPI 3.0 document in which `nullable` becomes the type null of JSON Schema. The validator
 * accepts `nullable` only beside a `type`, and vendors write it beside references too.
 */
function allowNull(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(allowNull);
  if (typeof part !== "object" || part === null) return part;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, allowNull(value)]),
  );
  // A field may itself be called "nullable"; only the keyword is true or false.
  if (nullable === true) return { anyOf: [{ type: "null" }, rest] };
  return nullable === undefined || nullable === false ? rest : { nullable, ...rest };
}

function resolve(document: object, pointer: string): unknown {
  return pointer
    .replace(/^#\//, "")
    .split("/")
    .map((step) => decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], document);
}

function toPattern(template: string): RegExp {
  const escaped = template.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  // GitHub's {path} may contain slashes.
  return new RegExp(`^${escaped.replace(/\{path\}/g, ".+").replace(/\{[^}]+\}/g, "[^/]+")}$`);
}
