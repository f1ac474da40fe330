import { expect, test } from "vitest";
import { foldWord } from "../fold-word";
import { stemByScript } from "./stem-by-script";
import { stripKoreanEnding } from "./strip-korean-ending";

test.each([
  ["сервер серверы серверов серверам"],
  ["договор договора договоров"],
  ["перезагружают перезагружается"],
  ["відпустка відпустки відпустку"],
  ["διακοπές διακοπών"],
  ["ΑΔΕΙΑ άδειας"],
  ["الإجازة اجازه إجازات والإجازة بالإجازة"],
  ["يوم يوما اليوم"],
  ["اجتماعات الاجتماعات للاجتماعات"],
  ["חופשה החופשה בחופשה חופשות"],
  ["שרתים השרתים לשרתים שרת והשרת"],
  ["कर्मचारी कर्मचारियों"],
])("stemByScript() gives the forms of a word one stem: %s", (forms) => {
  const stems = forms.split(" ").map((word) => stemByScript(foldWord(word)));
  expect(new Set(stems).size).toBe(1);
});

test.each([
  ["서버는", "서버"],
  ["회의실을", "회의실"],
  ["재시작하나요", "재시작"],
  ["예약하려면", "예약"],
  ["회의실에서", "회의실"],
  ["휴가", "휴가"],
  ["나이", "나이"],
])("stripKoreanEnding() of %s", (word, stem) => {
  expect(stripKoreanEnding(word)).toBe(stem);
});
