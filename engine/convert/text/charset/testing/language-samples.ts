/** A few sentences of each language, with the code pages that its old files are in. */
export const LANGUAGE_SAMPLES: readonly {
  readonly language: string;
  readonly charsets: readonly string[];
  readonly sentences: readonly string[];
}[] = [
  {
    language: "German",
    charsets: ["windows-1252", "iso-8859-15"],
    sentences: [
      "Die Prüfung der Kräne beginnt früh, danach fährt der Zug über die Brücke.",
      "Das Büro schließt um fünf Uhr, die Schlüssel hängen im Flur.",
      "Größere Fässer gehören nicht auf den Steg.",
    ],
  },
  {
    language: "French",
    charsets: ["windows-1252"],
    sentences: [
      "L'été dernier, la réunion a été déplacée à l'entrepôt près du quai.",
      "Où est la clé ? Elle est restée derrière le comptoir.",
      "Le reçu porte un numéro à côté de la date.",
    ],
  },
  {
    language: "Spanish",
    charsets: ["windows-1252"],
    sentences: [
      "¿Dónde está el almacén? El año pasado se movió detrás del jardín.",
      "La reunión empezará mañana según el señor Núñez.",
    ],
  },
  {
    language: "Portuguese",
    charsets: ["windows-1252"],
    sentences: [
      "A reunião começa às nove; não há estação próxima ao galpão.",
      "O preço da peça é menor à noite.",
    ],
  },
  {
    language: "Swedish",
    charsets: ["windows-1252"],
    sentences: [
      "Båten ligger vid bryggan på östra sidan och målas i maj.",
      "Nyckeln är hos vaktmästaren på kontoret.",
    ],
  },
  {
    language: "Danish",
    charsets: ["windows-1252"],
    sentences: ["Køkkenet lukker klokken to, og nøglen hænger ved døren.", "Færgen går først på søndag."],
  },
  {
    language: "Polish",
    charsets: ["windows-1250", "iso-8859-2"],
    sentences: [
      "Klucz do szopy leży na półce obok drzwi, a żuraw działa tylko rano.",
      "Spotkanie odbędzie się później, ponieważ łódź jest jeszcze mokra.",
    ],
  },
  {
    language: "Czech",
    charsets: ["windows-1250", "iso-8859-2"],
    sentences: [
      "Loď stojí u mola a příští týden ji natřeme načerveno.",
      "Vedoucí skladu má klíče v zásuvce stolu, řekl účetní.",
    ],
  },
  {
    language: "Hungarian",
    charsets: ["windows-1250", "iso-8859-2"],
    sentences: [
      "A raktár kulcsa a hűtő fölött lógó dobozban van.",
      "Az őr délelőtt érkezik, és este tíz után zárja a kaput.",
    ],
  },
  {
    language: "Romanian",
    charsets: ["windows-1250"],
    sentences: [
      "Cheia este în sertar, lângă masă, iar ușa rămâne închisă.".replaceAll("ș", "ş").replaceAll("ț", "ţ"),
      "Şedinţa începe după prânz în sala mică.",
    ],
  },
  {
    language: "Russian",
    charsets: ["windows-1251", "koi8-r", "ibm866", "iso-8859-5", "x-mac-cyrillic"],
    sentences: [
      "Лодка стоит у причала, а вёсла лежат в сарае.",
      "Собрание начнётся в девять часов утра, сказал сторож.",
      "Новый кран поднимает до восьми тонн груза.",
    ],
  },
  {
    language: "Ukrainian",
    charsets: ["windows-1251", "koi8-u"],
    sentences: [
      "Човен стоїть біля пристані, а весла лежать у коморі.",
      "Збори почнуться о дев'ятій годині ранку.",
    ],
  },
  {
    language: "Bulgarian",
    charsets: ["windows-1251"],
    sentences: ["Ключът за склада е при пазача до вратата.", "Срещата започва утре сутринта в малката зала."],
  },
  {
    language: "Greek",
    charsets: ["windows-1253", "iso-8859-7"],
    sentences: [
      "Το κλειδί της αποθήκης βρίσκεται πίσω από την πόρτα.",
      "Η συνάντηση αρχίζει αύριο το πρωί στις εννέα.",
    ],
  },
  {
    language: "Turkish",
    charsets: ["windows-1254"],
    sentences: [
      "Deponun anahtarı kapının yanındaki çekmecede duruyor.",
      "Toplantı yarın sabah başlayacak, dedi şoför Gülşah.",
    ],
  },
  {
    language: "Hebrew",
    charsets: ["windows-1255"],
    sentences: ["המפתח של המחסן נמצא מאחורי הדלת.", "הפגישה מתחילה מחר בשעה תשע בבוקר."],
  },
  {
    language: "Arabic",
    charsets: ["windows-1256"],
    sentences: ["مفتاح المخزن موجود خلف الباب الكبير.", "يبدأ الاجتماع غدا في الساعة التاسعة صباحا."],
  },
  {
    language: "Lithuanian",
    charsets: ["windows-1257"],
    sentences: [
      "Sandėlio raktas yra stalčiuje šalia durų.",
      "Susirinkimas prasidės rytoj devintą valandą, pasakė sargas Žygis.",
    ],
  },
  {
    language: "Latvian",
    charsets: ["windows-1257"],
    sentences: [
      "Noliktavas atslēga ir atvilktnē blakus durvīm.",
      "Sapulce sāksies rīt no rīta, teica sargs Jānis Bērziņš.",
    ],
  },
  {
    language: "Estonian",
    charsets: ["windows-1257"],
    sentences: [
      "Lao võti on sahtlis ukse kõrval ja värav suletakse õhtul.",
      "Koosolek algab homme hommikul väikeses saalis.",
    ],
  },
  {
    language: "Thai",
    charsets: ["windows-874"],
    sentences: ["กุญแจโกดังอยู่หลังประตูใหญ่", "การประชุมเริ่มพรุ่งนี้เวลาเก้าโมงเช้า"],
  },
  {
    language: "Japanese",
    charsets: ["shift_jis", "euc-jp"],
    sentences: [
      "倉庫の鍵は机の引き出しに入っています。",
      "会議は明日の朝九時に始まります。",
      "船は来週ペンキを塗る予定です。",
    ],
  },
  {
    language: "Chinese, simplified",
    charsets: ["gbk"],
    sentences: ["仓库的钥匙放在门后面的抽屉里。", "会议明天上午九点开始，请准时参加。"],
  },
  {
    language: "Chinese, traditional",
    charsets: ["big5"],
    sentences: ["倉庫的鑰匙放在門後面的抽屜裡。", "會議明天上午九點開始，請準時參加。"],
  },
  {
    language: "Korean",
    charsets: ["euc-kr"],
    sentences: ["창고 열쇠는 문 뒤 서랍에 있습니다.", "회의는 내일 아침 아홉 시에 시작합니다."],
  },
];
