import { testService } from "../../testing/test-service";
import { github } from ".";
import { createFakeGitHub } from "./testing/fake-github";

testService(github, createFakeGitHub);
