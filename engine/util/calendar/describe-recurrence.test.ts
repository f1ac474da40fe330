import { describe, expect, test } from "vitest";
import { describeRecurrence } from "./describe-recurrence";
import type { EventTime } from "./event-time";
import { parseRecurrence } from "./parse-recurrence";

/** A Thursday. */
const start: EventTime = { kind: "clock", clock: "2026-12-24T09:30:00", zone: "Europe/Zurich" };

const describeRule = (rule: string) => describeRecurrence({ rules: [rule] }, start);

describe("describeRecurrence()", () => {
  test.each([
    ["FREQ=DAILY", "every day"],
    ["FREQ=DAILY;INTERVAL=3", "every 3 days"],
    ["FREQ=WEEKLY", "every week on Thursday"],
    ["FREQ=WEEKLY;BYDAY=TU,TH", "every week on Tuesday and Thursday"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=SU", "every 2 weeks on Monday"],
    ["FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every weekday (Monday to Friday)"],
    ["FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "every weekday (Monday to Friday)"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,MO,TU,WE,TH", "every 2 weeks from Monday to Friday"],
    ["FREQ=MONTHLY", "every month on the 24th"],
    ["FREQ=MONTHLY;BYDAY=2TU", "every month on the 2nd Tuesday"],
    ["FREQ=MONTHLY;BYDAY=-1FR", "every month on the last Friday"],
    ["FREQ=MONTHLY;BYDAY=1MO,3MO", "every month on the 1st Monday and the 3rd Monday"],
    ["FREQ=MONTHLY;BYDAY=MO", "every month on every Monday"],
    ["FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day of the month"],
    ["FREQ=MONTHLY;BYMONTHDAY=1,15", "every month on the 1st and the 15th"],
    ["FREQ=MONTHLY;BYMONTHDAY=-3", "every month on the 3rd to last day of the month"],
    ["FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "every month on every Friday if it is the 13th"],
    [
      "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
      "every month on the last weekday (Monday to Friday) of the month",
    ],
    ["FREQ=MONTHLY;BYDAY=MO,WE;BYSETPOS=2", "every month on the 2nd Monday or Wednesday of the month"],
    ["FREQ=MONTHLY;BYDAY=SU,MO,TU,WE,TH,FR,SA;BYSETPOS=1", "every month on the 1st day of the month"],
    ["FREQ=YEARLY", "every year on 24 December"],
    ["FREQ=YEARLY;BYMONTH=3,9", "every year on 24 March and 24 September"],
    ["FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=26", "every year on 26 December"],
    ["FREQ=YEARLY;BYMONTH=3;BYDAY=2SU", "every year in March on the 2nd Sunday"],
    [
      "FREQ=YEARLY;BYMONTH=11;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
      "every year in November on the 1st weekday (Monday to Friday) of the month",
    ],
    ["FREQ=YEARLY;BYDAY=20MO", "every year on the 20th Monday of the year"],
    ["FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "every year in week 20 of the year on every Monday"],
    ["FREQ=YEARLY;BYYEARDAY=100,-1", "every year on the 100th day and the last day of the year"],
    ["FREQ=HOURLY;INTERVAL=6", "every 6 hours"],
    ["FREQ=HOURLY;BYHOUR=9,10", "every hour in the hours 9 and 10"],
    ["FREQ=MINUTELY;INTERVAL=15", "every 15 minutes"],
    ["FREQ=SECONDLY;INTERVAL=10", "every 10 seconds"],
    ["FREQ=DAILY;BYHOUR=9,14;BYMINUTE=45", "every day at 09:45 and 14:45"],
    ["FREQ=DAILY;BYHOUR=9,14", "every day at 09:30 and 14:30"],
    ["FREQ=HOURLY;BYMINUTE=0,20", "every hour at minute 0 and 20"],
    ["FREQ=WEEKLY;BYDAY=TU;COUNT=10", "every week on Tuesday, 10 times"],
    ["FREQ=DAILY;COUNT=1", "every day, once"],
    ["FREQ=WEEKLY;BYDAY=TU;UNTIL=20270331", "every week on Tuesday, until Wednesday, 31 March 2027"],
    ["FREQ=DAILY;UNTIL=20270330T223000Z", "every day, until Wednesday, 31 March 2027"],
    ["RRULE:freq=daily", "every day"],
    ["FREQ=MONTHLY;RSCALE=HEBREW", "every month on the 24th, with RSCALE=HEBREW"],
    ["FREQ=NEVER", "by a rule that cannot be read (FREQ=NEVER)"],
    ["", "by a rule that cannot be read ()"],
  ])("writes %s", (rule, words) => {
    expect(describeRule(rule)).toBe(words);
  });

  test("leaves open what only the start would say", () => {
    expect(describeRecurrence({ rules: ["FREQ=YEARLY"] })).toBe("every year");
  });

  test("names further and excluded times", () => {
    const lines = [
      "RRULE:FREQ=WEEKLY;BYDAY=TH",
      "RDATE;TZID=Europe/Zurich:20261230T093000,20261231T150000",
      "EXDATE;VALUE=DATE:20270107",
      "EXDATE:20270114T083000Z",
    ];
    const excluded = "Thursday, 7 January 2027 and Thursday, 14 January 2027 at 08:30";
    expect(describeRecurrence(parseRecurrence(lines), start)).toBe(
      `every week on Thursday, also on Wednesday, 30 December 2026 and Thursday, 31 December 2026 at 15:00, except on ${excluded}`,
    );
  });

  test("names the times of an event without a rule, and says how many it leaves out", () => {
    const dates = Array.from(
      { length: 32 },
      (_, at): EventTime => ({
        kind: "day",
        day: new Date(Date.UTC(2027, 0, at + 1)).toISOString().slice(0, 10),
      }),
    );
    const words = describeRecurrence({ rules: [], dates: [...dates, { kind: "day", day: "soon" }] });
    expect(words).toMatch(/^on Friday, 1 January 2027, .*, 2 more days and 1 times that cannot be read$/);
  });

  test("is undefined for an event that does not repeat", () => {
    expect(describeRecurrence(parseRecurrence(["nonsense", "X-RULE:FREQ=DAILY"]))).toBeUndefined();
  });
});
