import { contractFile } from "../../testing/contracts/contract-file";
import { createGraphQlContract } from "../../testing/contracts/graphql-contract";
import { testContract } from "../../testing/contracts/test-contract";
import { linear } from ".";
import { createFakeLinear } from "./testing/fake-linear";

testContract(linear, {
  createVendor: createFakeLinear,
  path: contractFile("linear.graphql"),
  open: createGraphQlContract,
});
