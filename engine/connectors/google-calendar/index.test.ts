import { testService } from "../../testing/test-service";
import { googleCalendar } from ".";
import { createFakeCalendar } from "./testing/fake-calendar";

testService(googleCalendar, createFakeCalendar);
