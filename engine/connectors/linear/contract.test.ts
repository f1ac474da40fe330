import { expect, test } from "vitest";
import { contractFile } from "../../testing/suites/contracts/contract-file";
import { createGraphQlContract } from "../../testing/suites/contracts/graphql-contract";
import { testContract } from "../../testing/suites/contracts/test-contract";
import { linear } from ".";
import * as queries from "./queries";
import { createFakeLinear } from "./testing/fake-linear";

testContract(linear, {
  createVendor: createFakeLinear,
  path: contractFile("linear.graphql"),
  open: createGraphQlContract,
});

const schemaPath = contractFile("linear.graphql");

test.skipIf(schemaPath === undefined)("contract: every query is one of Linear's schema", () => {
  const contract = createGraphQlContract(schemaPath ?? "");
  for (const query of Object.values(queries)) {
    const exchange = { method: "POST", url: "https://api.linear.app/graphql", requestBody: { query } };
    expect(contract.violations(exchange as never)).toEqual([]);
  }
});
