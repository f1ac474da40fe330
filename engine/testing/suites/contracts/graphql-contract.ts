import { readFileSync } from "node:fs";
import { buildSchema, execute, parse, validate } from "graphql";
import { type Exchange, nameOf } from "./exchange";

/** Checks exchanges of one GraphQL endpoint against the vendor's schema. */
export function createGraphQlContract(path: string) {
  const schema = buildSchema(readFileSync(path, "utf8"), { assumeValid: true });

  function checkReply({ responseBody }: Exchange, request: GraphQlRequest): readonly string[] {
    const { data } = (responseBody ?? {}) as { data?: unknown };
    if (data === undefined || data === null) return [];
    // Executing the query with the reply as the resolvers' result reports every field of another type.
    const read = execute({
      schema,
      document: parse(request.query),
      rootValue: data,
      variableValues: request.variables,
    });
    if (read instanceof Promise) throw new TypeError("A reply at hand is read at once");
    return (read.errors ?? []).map(({ message, path: at }) => `reply ${at?.join(".")}: ${message}`);
  }

  return {
    /** How an exchange violates the contract; empty when it does not. */
    violations(exchange: Exchange): readonly string[] {
      const request = exchange.requestBody as GraphQlRequest | undefined;
      if (typeof request?.query !== "string") return [`${nameOf(exchange)}: holds no query`];
      const wrong = validate(schema, parse(request.query)).map(({ message }) => message);
      return (wrong.length > 0 ? wrong : checkReply(exchange, request)).map(
        (violation) => `${nameOf(exchange)}: ${violation}`,
      );
    },
  };
}

interface GraphQlRequest {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}
