/**
 * The letters beyond ASCII of each language, the most frequent first, with the code pages that its old files are in. Of
 * code pages that fit equally well the first is taken.
 */
export const ALPHABETS: readonly {
  readonly charsets: readonly string[];
  readonly languages: readonly string[];
}[] = [
  {
    charsets: ["windows-1252", "iso-8859-15", "macintosh"],
    languages: [
      "üäöß",
      "éèàêçùîôûëïœâæÿ",
      "óíáéñúü¿¡",
      "ãçáéíõêóúâàôü",
      "èàòùéìî",
      "äöåé",
      "øåæéöô",
      "ëéïèöüç",
      "áðíéóúýþæö",
      "àèéíòóúïüç·",
      "éüöñçïèäáóêâàíø",
    ],
  },
  {
    charsets: ["windows-1250", "iso-8859-2"],
    languages: ["łęąśżóćńź", "íáěéřčžýšůťúďňó", "áíčéžýšľúťňôóäďĺŕ", "áéöóőíüúű", "ăîâşţ", "čšžćđ"],
  },
  {
    charsets: ["windows-1251", "koi8-r", "koi8-u", "ibm866", "iso-8859-5", "x-mac-cyrillic"],
    languages: [
      "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфёъ",
      "оанивтеріскулдмпязьбгчхйжєїцшющфґ",
      "аоиетнрсвлпкдмзяугъбчжщхцшюйфь",
      "аоиенрсјтукдвлмпгзбчшћжџњљхцфђ",
      "анісоеркятдлумыўзпьвчгйбшюхжэцёф",
    ],
  },
  { charsets: ["windows-1253", "iso-8859-7"], languages: ["αοιετνσρκπυμλςηόάίωέθγδήφχύβξώζψϊϋΐΰ"] },
  { charsets: ["windows-1254"], languages: ["ıüşğçöâîû"] },
  { charsets: ["windows-1255"], languages: ["יוהלראתשבמנחדקעפטגסכזצםןךץף"] },
  {
    charsets: ["windows-1256"],
    languages: ["اليمونرتبةعدسفهكقأحجشصىخإطزضذثغءئؤآظًٌٍَُِّْ", "ایرندمتوبهسشکلزگفعخقجحچپصذطضآغظثژئ"],
  },
  { charsets: ["windows-1257"], languages: ["ėąųšįžčęū", "āīēšūņļžģčķŗō", "äõüöšž"] },
  {
    charsets: ["windows-874"],
    languages: ["านรอกเงมยลวดทตสปะบคหแจพชขใไโซธศภผณถฟฐษญฝฉฎฏฑฒฌฮฆฬฤฦๆฯำุูึืิี่้็์๊๋ั๐๑๒๓๔๕๖๗๘๙ๅฺํ๎฿"],
  },
];
