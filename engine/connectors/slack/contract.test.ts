import { contractFile, readContract } from "../../testing/suites/contracts/contract-file";
import { createOpenApiContract } from "../../testing/suites/contracts/open-api-contract";
import { testContract } from "../../testing/suites/contracts/test-contract";
import { slack } from ".";
import { createFakeSlack } from "./testing/fake-slack";

testContract(slack, {
  createVendor: createFakeSlack,
  path: contractFile("slack.swagger2.json"),
  open: (path) => createOpenApiContract(readContract(path), { basePath: /^\/api/, relaxed: ["token"] }),
  // The document is of 2021 and lacks fields that Slack's own pages describe.
  excused: [
    { violation: /"response_metadata"/, why: "paging by cursor came to every list method" },
    { violation: /replies: field "messages\[\d+\]\./, why: "it lists only the fields of bots' replies" },
    { violation: /"messages\[\d+\]\.edited"/, why: "it stands in the description of messages" },
    {
      violation: /reply \/ok must be equal|field "error" of the reply/,
      why: "every method may answer ok: false with an error",
    },
  ],
});
