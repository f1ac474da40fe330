import { createRequire } from "node:module";
import { readContract } from "../../testing/suites/contracts/contract-file";
import { createOpenApiContract } from "../../testing/suites/contracts/open-api-contract";
import { testContract } from "../../testing/suites/contracts/test-contract";
import { github } from ".";
import { createFakeGitHub } from "./testing/fake-github";

testContract(github, {
  createVendor: createFakeGitHub,
  path: createRequire(import.meta.url).resolve("@octokit/openapi/generated/api.github.com.json"),
  open: (path) => createOpenApiContract(readContract(path)),
});
