import { testService } from "../../testing/test-service";
import { googleDrive } from ".";
import { createFakeDrive } from "./testing/fake-drive";

testService(googleDrive, createFakeDrive);
