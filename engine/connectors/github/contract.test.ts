import { createRequire } from "node:module";
import { readContract } from "../../testing/suites/contracts/contract-file";
import { createOpenApiContract } from "../../testing/suites/contracts/open-api-contract";
import { testContract } from "../../testing/suites/contracts/test-contract";
import { github } from ".";
import { createFakeGitHub } from "./testing/fake-github";

testContract(github, {
  createVendor: createFakeGitHub,
  path: createRequire(import.meta.url).resolve("@octokit/openapi/generated/api.github.com.json"),
  open: (path) =>
    createOpenApiContract(readContract(path), {
      beyond: [
        { path: /^\/graphql$/, why: "discussions are in GraphQL alone, which has a schema of its own" },
      ],
    }),
  excused: [
    {
      violation: /\/releases: status 304 is not declared/,
      why: "conditional requests are documented for every list, but declared on few",
    },
  ],
});
