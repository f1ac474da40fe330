type JsonObject = Readonly<Record<string, unknown>>;

/** What a page's data says about the thing it is about. See https://schema.org. */
const PROPERTIES: readonly (readonly [property: string, name: string])[] = [
  ["openingHours", "Opening hours"],
  ["openingHoursSpecification", "Opening hours"],
  ["specialOpeningHoursSpecification", "Special opening hours"],
  ["telephone", "Telephone"],
  ["email", "Email"],
  ["address", "Address"],
  ["priceRange", "Price range"],
  ["price", "Price"],
  ["offers", "Offer"],
  ["sku", "SKU"],
  ["brand", "Brand"],
  ["aggregateRating", "Rating"],
  ["startDate", "Start"],
  ["endDate", "End"],
  ["doorTime", "Doors open"],
  ["eventStatus", "Status"],
  ["location", "Place"],
  ["organizer", "Organiser"],
  ["performer", "Performer"],
  ["recipeYield", "Yield"],
  ["prepTime", "Preparation time"],
  ["cookTime", "Cooking time"],
  ["totalTime", "Total time"],
  ["recipeIngredient", "Ingredients"],
  ["recipeInstructions", "Instructions"],
  ["supply", "Supplies"],
  ["tool", "Tools"],
  ["step", "Steps"],
  ["nutrition", "Nutrition"],
  ["hiringOrganization", "Employer"],
  ["jobLocation", "Work place"],
  ["employmentType", "Employment"],
  ["baseSalary", "Salary"],
  ["validThrough", "Valid through"],
  ["articleBody", "Text"],
];

/** Kinds that are about the site. */
const SITE_KINDS =
  /^(?:WebSite|BreadcrumbList|ImageObject|SearchAction|Person|Organization|SiteNavigationElement)$/;
const MAX_DEPTH = 6;

/**
 * The facts of a page's structured data (`ld+json`) that its text does not show: opening hours, prices, dates, recipes,
 * questions and answers. As Markdown under a heading that says where they come from; "" for none.
 */
export function structuredFacts(data: readonly string[], text: string): string {
  const shown = wordsOnly(text);
  const isNew = (words: string) => words !== "" && !shown.includes(wordsOnly(words));
  const pieces = data
    .flatMap(parse)
    .flatMap((node) => [...factsOf(node, isNew), ...questionsOf(node, isNew)]);
  return pieces.length > 0 ? `## From the page's data\n\n${[...new Set(pieces)].join("\n\n")}` : "";
}

/** The things a script describes, one level of lists and graphs resolved. */
function parse(json: string): readonly JsonObject[] {
  try {
    const value: unknown = JSON.parse(json);
    const nodes = Array.isArray(value) ? value : [value];
    return nodes.filter(isObject).flatMap((node) => [node, ...listOf(node["@graph"]).filter(isObject)]);
  } catch {
    return [];
  }
}

function factsOf(node: JsonObject, isNew: (words: string) => boolean): readonly string[] {
  if (listOf(node["@type"]).some((kind) => SITE_KINDS.test(String(kind)))) return [];
  const lines = PROPERTIES.flatMap(([property, name]) => {
    const words = inWords(node[property]);
    return isNew(words) ? [`${name}: ${words}`] : [];
  });
  if (lines.length === 0) return [];
  const subject = inWords(node.name ?? node.headline ?? node.title);
  return [[...(subject === "" ? [] : [`Name: ${subject}`]), ...lines].join("\n")];
}

/** Each question with its answer. */
function questionsOf(node: JsonObject, isNew: (words: string) => boolean): readonly string[] {
  return listOf(node.mainEntity)
    .filter(isObject)
    .flatMap((question) => {
      const answer = inWords(listOf(question.acceptedAnswer ?? question.suggestedAnswer));
      return isNew(answer) ? [`**${inWords(question.name)}**\n\n${answer}`] : [];
    });
}

function inWords(value: unknown, depth = 0): string {
  if (value === null || value === undefined || depth > MAX_DEPTH) return "";
  if (Array.isArray(value)) return joinWords(value.map((one) => inWords(one, depth + 1)));
  if (!isObject(value)) return scalarInWords(String(value));
  const range = [value.opens, value.closes].map((time) => inWords(time)).filter(Boolean);
  const own = [
    ...["name", "text", "itemListElement", "dayOfWeek"].map((key) => inWords(value[key], depth + 1)),
    range.join("–"),
    priceInWords(value, depth),
    ...PARTS.map((key) => inWords(value[key], depth + 1)),
  ];
  return own.filter(Boolean).join(" ");
}

/** Parts of a thing within another, in the order they are read. */
const PARTS = [
  "availability",
  "ratingValue",
  "streetAddress",
  "postalCode",
  "addressLocality",
  "addressRegion",
  "addressCountry",
  "address",
  "calories",
  "validFrom",
  "validThrough",
];

function priceInWords(value: JsonObject, depth: number): string {
  const { lowPrice, highPrice, minValue, maxValue, unitText } = value;
  const low = lowPrice ?? minValue;
  const high = highPrice ?? maxValue;
  const amount =
    value.price ?? (low === undefined || high === undefined ? low : `${low}–${high}`) ?? value.value;
  const currency = inWords(value.priceCurrency ?? value.currency);
  return [inWords(amount, depth + 1), amount === undefined ? "" : currency, inWords(unitText)]
    .filter(Boolean)
    .join(" ");
}

/** "1 h 30 min" for PT1H30M, "Monday" for its address in the schema, a time without its marks. */
function scalarInWords(value: string): string {
  const plain = value
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const duration = /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?$/.exec(plain);
  if (duration && plain.length > 2) {
    const [, days, hours, minutes] = duration;
    return [days && `${days} d`, hours && `${hours} h`, minutes && `${minutes} min`]
      .filter(Boolean)
      .join(" ");
  }
  return plain
    .replace(/^https?:\/\/schema\.org\/(\w+)$/i, (_, name: string) => wordsOfName(name))
    .replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?/, "$1 $2")
    .replace(/^(\d\d:\d\d):00$/, "$1");
}

/** "In stock" for InStock. */
function wordsOfName(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function joinWords(words: readonly string[]): string {
  return [...new Set(words)].filter((one) => one !== "").join("; ");
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wordsOnly(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ").toLowerCase();
}
