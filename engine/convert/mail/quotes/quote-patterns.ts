/** The words of mail programs around a quoted message, by language where they have one. */

/** What says that somebody wrote the lines below. */
const WROTE_WORDS = [
  "wrote",
  "writes",
  "schrieb",
  "a écrit",
  "escribió",
  "escreveu",
  "ha scritto",
  "schreef",
  "skrev",
  "napisał(?:\\(a\\)|a)?",
  "napsal(?:\\(a\\)|a)?",
  "kirjoitti",
  "пишет",
  "писал(?:\\(а\\)|а)?",
  "написал(?:\\(а\\)|а)?",
  "пише",
  "a scris",
  "írta",
  "yazdı",
  "έγραψε",
  "כתב",
  "كتب",
];
const WROTE_WORDS_UNSPACED = ["写道", "寫道", "写了", "のメール", "さんは書きました", "님이 작성", "작성"];

/** The verb, as a word of its own; scripts without spaces have no bounds of words. */
export const WROTE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${WROTE_WORDS.join("|")})(?![\\p{L}\\p{N}])|${WROTE_WORDS_UNSPACED.join("|")}`,
  "iu",
);

const ORIGINAL_MESSAGE = [
  "Original Message",
  "Original Appointment",
  "Ursprüngliche Nachricht",
  "Originalnachricht",
  "Message d['’]origine",
  "Message original",
  "Mensaje original",
  "Mensagem original",
  "Messaggio originale",
  "Oorspronkelijk bericht",
  "Originalmeddelande",
  "Ursprungligt meddelande",
  "Oprindelig meddelelse",
  "Opprinnelig melding",
  "Wiadomość oryginalna",
  "Alkuperäinen viesti",
  "Исходное сообщение",
  "原始邮件",
  "原始郵件",
  "邮件原件",
  "元のメッセージ",
  "Original-Nachricht",
  "원본 메시지",
];

/** "-----Original Message-----" */
export const SEPARATOR = new RegExp(`^-{2,}\\s*(?:${ORIGINAL_MESSAGE.join("|")})\\s*-{2,}$`, "iu");

const FORWARDED_MESSAGE = [
  "Forwarded [Mm]essage",
  "Weitergeleitete Nachricht",
  "Message transféré",
  "Message transmis",
  "Mensaje reenviado",
  "Mensagem encaminhada",
  "Messaggio inoltrato",
  "Doorgestuurd bericht",
  "Vidarebefordrat meddelande",
  "Videresendt (?:meddelelse|melding)",
  "Wiadomość przekazana",
  "Пересылаемое сообщение",
  "转发(?:的)?邮件",
  "轉寄(?:的)?郵件",
  "転送メッセージ",
  "전달된 메시지",
];

/** "---------- Forwarded message ---------" */
export const FORWARDED = new RegExp(
  `^(?:-{2,}\\s*(?:${FORWARDED_MESSAGE.join("|")})\\s*(?:-{2,}|:)?|(?:Begin forwarded message|Anfang der weitergeleiteten (?:Nachricht|E-Mail)|Début du message (?:réexpédié|transféré)|Inicio del mensaje reenviado|Inizio messaggio inoltrato)\\s?:)$`,
  "iu",
);

/** A rule that programs draw above a quoted message. */
export const RULE = /^(?:_{10,}|-{10,}|\* \* \*)$/;

/** The names of the header fields that programs write above a quoted message. */
export const HEADER_NAMES = {
  from: "From|Von|De|Da|Van|Från|Fra|Od|От|Lähettäjä|Kimden|Feladó|发件人|寄件者|寄件人|差出人|送信元|보낸 사람|보낸사람",
  sent: "Sent|Gesendet|Envoyé|Enviado|Enviada em|Enviado el|Inviato|Verzonden|Skickat|Sendt|Wysłano|Отправлено|Lähetetty|发送时间|傳送時間|寄件日期|送信日時|送信日|보낸 날짜",
  date: "Date|Datum|Fecha|Data|Dato|Дата|Päiväys|日期|日付|日時|날짜",
  to: "To|An|À|Para|A|Aan|Till|Til|Do|Кому|Vastaanottaja|收件人|收件者|宛先|받는 사람|받는사람",
  copy: "Cc|CC|Kopie|Копия|抄送|副本",
  subject:
    "Subject|Betreff|Objet|Asunto|Assunto|Oggetto|Onderwerp|Ämne|Emne|Temat|Тема|Aihe|主题|主題|主旨|件名|제목",
} as const;

/** An address of a mailbox, whose parts are no longer than mail servers take: a longer word is searched in linear time. */
export const ADDRESS = /[^\s<>()[\]@"']{1,64}@[^\s<>()[\]@"']{1,255}\.\p{L}+/u;
