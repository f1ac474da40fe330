import { expect, test } from "vitest";
import type { Exchange } from "./exchange";
import { createOpenApiContract } from "./open-api-contract";

const CONTRACT = {
  openapi: "3.0.3",
  paths: {
    "/repos/{owner}/issues": {
      get: {
        parameters: [
          { $ref: "#/components/parameters/page" },
          { name: "state", in: "query", required: true, schema: { type: "string", enum: ["open", "all"] } },
        ],
        responses: {
          200: {
            content: {
              "application/json": {
                schema: { type: "array", items: { $ref: "#/components/schemas/issue" } },
              },
            },
          },
        },
      },
    },
    "/repos/{owner}/issues/{number}": { get: { responses: { 200: {} } } },
  },
  components: {
    parameters: { page: { name: "page", in: "query", schema: { type: "integer" } } },
    schemas: {
      issue: {
        allOf: [{ $ref: "#/components/schemas/named" }],
        type: "object",
        required: ["id", "title"],
        properties: { id: { type: "integer" }, user: { $ref: "#/components/schemas/user" } },
      },
      named: { type: "object", properties: { title: { type: "string", nullable: true } } },
      user: { oneOf: [{ type: "object", properties: { login: { type: "string" } } }] },
    },
  },
};

function exchange(path: string, responseBody: unknown, status = 200): Exchange {
  return {
    method: "GET",
    url: new URL(`https://api.test${path}`),
    requestBody: undefined,
    status,
    responseBody,
  };
}

const contract = createOpenApiContract(CONTRACT);
const PATH = "/repos/ann/issues?state=all&page=2";

test("an exchange that keeps to the contract has no violations, also with fields left out", () => {
  expect(contract.violations(exchange(PATH, [{ id: 1, title: null, user: { login: "ann" } }]))).toEqual([]);
  expect(contract.violations(exchange(PATH, [{ id: 1 }]))).toEqual([]);
  expect(contract.violations(exchange("/repos/ann/issues/3", { anything: true }))).toEqual([]);
});

test.each([
  ["/repos/ann/pulls?state=all", [], "GET /repos/ann/pulls: no such operation"],
  ["/repos/ann/issues?state=all&sort=up", [], 'query parameter "sort" is not declared'],
  ["/repos/ann/issues", [], 'query parameter "state" is required'],
  ["/repos/ann/issues?state=closed", [], 'query parameter "state" is of another type'],
  ["/repos/ann/issues?state=all&page=two", [], 'query parameter "page" is of another type'],
  [PATH, [{ id: "1" }], "reply /0/id must be integer"],
  [PATH, [{ id: 1, headline: "x" }], 'field "[0].headline" of the reply is not declared'],
  [PATH, [{ id: 1, user: { nick: "x" } }], 'field "[0].user.nick" of the reply is not declared'],
])("%s answered with %j: %s", (path, body, violation) => {
  expect(contract.violations(exchange(path, body)).join("\n")).toContain(violation);
});

test("a reply of a success status that is not declared is a violation, an error is not", () => {
  expect(contract.violations(exchange(PATH, {}, 206))).toEqual([
    "GET /repos/ann/issues: status 206 is not declared",
  ]);
  expect(contract.violations(exchange(PATH, { message: "slow down" }, 429))).toEqual([]);
});

test("a path beyond the document is let through only where it is named", () => {
  const lenient = createOpenApiContract(CONTRACT, {
    beyond: [{ path: /^\/wiki\//, why: "the wiki has a document of its own" }],
  });
  expect(lenient.violations(exchange("/wiki/pages", {}))).toEqual([]);
  expect(lenient.violations(exchange("/wiki", {}))).toHaveLength(1);
});
