import { testService } from "../../testing/test-service";
import { gmail } from ".";
import { createFakeGmail } from "./testing/fake-gmail";

testService(gmail, createFakeGmail);
