import { expect, test } from "vitest";
import { describeConference } from "./describe-conference";

const MEET = "https://meet.google.com/abc";

test("describeConference() names every way to join, of any provider", () => {
  const entryPoints = [
    { entryPointType: "video", uri: "https://zoom.example/j/1", label: "zoom.example/j/1", passcode: "42" },
    {
      entryPointType: "phone",
      uri: "tel:+41441234567",
      label: "+41 44 123 45 67",
      regionCode: "CH",
      pin: "7",
    },
    { entryPointType: "sip", uri: "sip:1@zoom.example", meetingCode: "1" },
    { entryPointType: "more", uri: "https://zoom.example/more" },
    { entryPointType: "hologram", uri: "holo:1", password: "p", accessCode: "a" },
    {},
  ];
  const notes = "Dial &lt;1&gt;<br>Then wait";
  const conferenceData = { conferenceSolution: { name: "Zoom Meeting" }, entryPoints, notes };
  expect(describeConference({ conferenceData })).toEqual([
    "Video call (Zoom Meeting): https://zoom.example/j/1, passcode 42",
    "Phone: +41 44 123 45 67, CH, PIN 7",
    "SIP: 1@zoom.example, meeting code 1",
    "More ways to join: https://zoom.example/more",
    "Other way to join: holo:1, access code a, password p",
    "Notes on the call: Dial <1>\nThen wait",
  ]);
});

test("describeConference() names Google's own link once", () => {
  expect(describeConference({ hangoutLink: MEET })).toEqual([`Video call: ${MEET}`]);
  const entryPoints = [{ entryPointType: "video", uri: MEET }];
  const conferenceData = { conferenceSolution: { name: "Google Meet" }, entryPoints };
  expect(describeConference({ hangoutLink: MEET, conferenceData })).toEqual([
    `Video call (Google Meet): ${MEET}`,
  ]);
});

test("describeConference() names the provider where there is no link", () => {
  const conferenceData = { conferenceSolution: { name: "Webex" } };
  expect(describeConference({ conferenceData })).toEqual(["Video call: Webex"]);
  expect(describeConference({})).toEqual([]);
});
