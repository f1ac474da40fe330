/** Separators above a quoted message, in Outlook and other programs. */
export const SEPARATOR =
  /^(?:-{2,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Mensaje original|Messaggio originale)\s*-{2,}|_{20,})$/i;
/** The first header line of a quoted message, whose names may be bold. */
export const FROM = /^\**(?:From|Von|De|Da|Van|Från|Fra|Od):\**\s+(.*)/i;
/** Any header line of a quoted message. */
export const HEADER_LINE =
  /^\**(?:From|Von|De|Da|Van|Från|Fra|Od|Sent|Date|Gesendet|Datum|Envoyé|Enviado|Inviato|Verzonden|Skickat|Sendt|To|An|À|Para|A|Aan|Till|Til|Cc|Subject|Betreff|Objet|Asunto|Oggetto|Onderwerp|Ämne|Emne):\**\s/i;
/** What says who wrote a quoted message, in the languages of mail programs. */
export const WROTE =
  "wrote|schrieb|a écrit|escribió|ha scritto|schreef|skrev|napisał(?:\\(a\\))?|escreveu|kirjoitti";
/** Words of a date before the name. */
export const DATE_WORDS = /^(?:(?:on|am|le|el|il|op|den|em|at|um|à|pm|uhr|\p{L}+day|\p{L}+tag)\s+)+/iu;
