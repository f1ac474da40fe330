import { contractFile, readContract } from "../../testing/suites/contracts/contract-file";
import { createOpenApiContract } from "../../testing/suites/contracts/open-api-contract";
import { testContract } from "../../testing/suites/contracts/test-contract";
import { notion } from ".";
import { createFakeNotion } from "./testing/fake-notion";

testContract(notion, {
  createVendor: createFakeNotion,
  path: contractFile("notion.openapi.json"),
  open: (path) => createOpenApiContract(readContract(path)),
  excused: [
    {
      violation: /query parameter "markdown_version"/,
      why: "it is older than the second version of the Markdown",
    },
    {
      violation: /"bot\.(owner\.workspace|workspace_name|workspace_id)"/,
      why: "it leaves out what a bot is",
    },
  ],
});
