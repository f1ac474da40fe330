import { contractFile, readContract } from "../../testing/suites/contracts/contract-file";
import { createOpenApiContract } from "../../testing/suites/contracts/open-api-contract";
import { testContract } from "../../testing/suites/contracts/test-contract";
import { jira } from ".";
import { createFakeJira } from "./testing/fake-jira";

testContract(jira, {
  createVendor: createFakeJira,
  path: contractFile("jira.openapi.yaml"),
  open: (path) => createOpenApiContract(readContract(path), { basePath: /^.*?\/rest/ }),
});
