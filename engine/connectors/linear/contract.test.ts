import { contractFile } from "../../testing/suites/contracts/contract-file";
import { createGraphQlContract } from "../../testing/suites/contracts/graphql-contract";
import { testContract } from "../../testing/suites/contracts/test-contract";
import { linear } from ".";
import { createFakeLinear } from "./testing/fake-linear";

testContract(linear, {
  createVendor: createFakeLinear,
  path: contractFile("linear.graphql"),
  open: createGraphQlContract,
});
