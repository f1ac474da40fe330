import type { PageObjectResponse, RichTextItemResponse } from "@notionhq/client";

type PropertyValue = PageObjectResponse["properties"][string];

const annotations = {
  bold: false,
  italic: false,
  strikethrough: false,
  underline: false,
  code: false,
  color: "default",
} as const;

export function rich(plain_text: string): RichTextItemResponse[] {
  return [{ type: "text", plain_text, href: null, annotations, text: { content: plain_text, link: null } }];
}

export const PERSON_ID = "d40e767c-d7af-4b18-a86d-55c61f1e39a4";
export const RELATED_ID = "59833787-2cf9-4fdf-8782-e53db20768a5";
const person = { object: "user", id: PERSON_ID } as const;

/** An example of each documented type of property, and what a person reads there; "" where there is nothing. */
export const PROPERTIES: {
  readonly [Type in PropertyValue["type"]]: readonly [
    value: Extract<PropertyValue, { readonly type: Type }>,
    shown: string,
  ];
} = {
  button: [{ id: "1", type: "button", button: {} }, ""],
  checkbox: [{ id: "2", type: "checkbox", checkbox: true }, "yes"],
  created_by: [{ id: "3", type: "created_by", created_by: person }, "Mia Krystof"],
  created_time: [
    { id: "4", type: "created_time", created_time: "2026-01-05T10:00:00.000Z" },
    "2026-01-05T10:00:00.000Z",
  ],
  date: [
    {
      id: "5",
      type: "date",
      date: {
        start: "2026-01-05T10:00:00.000+01:00",
        end: "2026-01-06T11:30:00.000+01:00",
        time_zone: "Europe/Paris",
      },
    },
    "2026-01-05 10:00+01:00 to 2026-01-06 11:30+01:00 (Europe/Paris)",
  ],
  email: [{ id: "6", type: "email", email: "a@b.example" }, "a@b.example"],
  files: [
    {
      id: "7",
      type: "files",
      files: [
        {
          name: "bill.pdf",
          type: "file",
          file: { url: "https://files.example/1a2b?x", expiry_time: "" },
        },
        { name: "", type: "external", external: { url: "https://a.example/plan.png" } },
      ],
    },
    "bill.pdf, plan.png",
  ],
  formula: [{ id: "8", type: "formula", formula: { type: "string", string: "3 days" } }, "3 days"],
  last_edited_by: [{ id: "9", type: "last_edited_by", last_edited_by: person }, "Mia Krystof"],
  last_edited_time: [
    { id: "10", type: "last_edited_time", last_edited_time: "2026-01-06T10:00:00.000Z" },
    "2026-01-06T10:00:00.000Z",
  ],
  multi_select: [
    { id: "11", type: "multi_select", multi_select: [{ id: "a", name: "heat", color: "red" }] },
    "heat",
  ],
  number: [{ id: "12", type: "number", number: 8315 }, "8315"],
  people: [
    { id: "13", type: "people", people: [person, { object: "group", id: "g", name: "Plumbers" }] },
    "Mia Krystof, Plumbers",
  ],
  phone_number: [{ id: "14", type: "phone_number", phone_number: "+49 30 1" }, "+49 30 1"],
  place: [
    { id: "15", type: "place", place: { lat: 1, lon: 2, name: "Depot", address: "Hill 7" } },
    "Depot, Hill 7",
  ],
  relation: [{ id: "16", type: "relation", relation: [{ id: RELATED_ID }] }, "Order the valve"],
  rich_text: [{ id: "17", type: "rich_text", rich_text: rich("Call first") }, "Call first"],
  rollup: [
    {
      id: "18",
      type: "rollup",
      rollup: {
        type: "array",
        function: "show_original",
        array: [{ type: "relation", relation: [{ id: RELATED_ID }] }],
      },
    },
    "Order the valve",
  ],
  select: [{ id: "19", type: "select", select: { id: "a", name: "Urgent", color: "red" } }, "Urgent"],
  status: [
    { id: "20", type: "status", status: { id: "a", name: "In progress", color: "blue" } },
    "In progress",
  ],
  title: [{ id: "title", type: "title", title: rich("Repair the boiler") }, ""],
  unique_id: [{ id: "21", type: "unique_id", unique_id: { prefix: "HOME", number: 7 } }, "HOME-7"],
  url: [{ id: "22", type: "url", url: "https://a.example" }, "https://a.example"],
  verification: [
    {
      id: "23",
      type: "verification",
      verification: {
        state: "verified",
        date: { start: "2026-01-05", end: null, time_zone: null },
        verified_by: person,
      },
    },
    "verified by Mia Krystof 2026-01-05",
  ],
};
