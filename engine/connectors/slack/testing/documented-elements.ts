import type {
  InputBlockElement,
  RichTextBlock,
  RichTextBlockElement,
  RichTextElement,
  RichTextSection,
  SectionBlockAccessory,
} from "@slack/types";
import { ADA, GENERAL } from "./fake-slack-data";

/** A text whose word is unique to one piece of content. */
export const plain = (text: string) => ({ type: "plain_text", text }) as const;
export const rich = (text: string): RichTextBlock => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }],
});
export const picture = (alt_text: string) =>
  ({ type: "image", alt_text, image_url: "https://files.example/x.png" }) as const;
export const button = (text: string) => ({ type: "button", text: plain(text), action_id: "a" }) as const;

/** Each inline element of rich text, and what a person reads there. */
export const INLINE: {
  readonly [Type in RichTextElement["type"]]: readonly [RichTextElement, shown: string];
} = {
  broadcast: [{ type: "broadcast", range: "here" }, "@here"],
  channel: [{ type: "channel", channel_id: GENERAL }, "#general"],
  color: [{ type: "color", value: "#f405b3" }, "#f405b3"],
  date: [{ type: "date", timestamp: 1_392_734_382, format: "{date}" }, "2014-02-18 14:39 UTC"],
  emoji: [{ type: "emoji", name: "tada", unicode: "1f389" }, ":tada:"],
  link: [{ type: "link", url: "https://a.example/x", text: "the plan" }, "[the plan](https://a.example/x)"],
  team: [{ type: "team", team_id: "T1" }, "@team"],
  text: [{ type: "text", text: "so", style: { bold: true, italic: true } }, "**_so_**"],
  user: [{ type: "user", user_id: ADA }, "@ada.l"],
  usergroup: [{ type: "usergroup", usergroup_id: "S0614TZR7" }, "@admins"],
};

const section = (text: string): RichTextSection => ({
  type: "rich_text_section",
  elements: [{ type: "text", text }],
});

/** Each block element of rich text, and its Markdown. */
export const RICH_TEXT: {
  readonly [Type in RichTextBlockElement["type"]]: readonly [RichTextBlockElement[], string];
} = {
  rich_text_section: [[section("One"), section("Two")], "One\n\nTwo"],
  rich_text_list: [
    [
      { type: "rich_text_list", style: "ordered", elements: [section("First")] },
      { type: "rich_text_list", style: "bullet", indent: 1, elements: [section("Within")] },
      { type: "rich_text_list", style: "ordered", elements: [section("Second")], ...{ offset: 1 } },
    ],
    "1. First\n    - Within\n2. Second",
  ],
  rich_text_quote: [
    [{ type: "rich_text_quote", elements: [{ type: "text", text: "Said\nso" }] }],
    "> Said\n> so",
  ],
  rich_text_preformatted: [
    [
      {
        type: "rich_text_preformatted",
        elements: [
          { type: "text", text: "a *b*" },
          { type: "link", url: "https://a.example" },
        ],
      },
    ],
    "```\na *b*https://a.example\n```",
  ],
};

type ControlElement = InputBlockElement | SectionBlockAccessory;
const option = (text: string) => ({ text: plain(text), value: "1" });
const options = (text: string) => ({ options: [option(text)] });
const group = (text: string) => ({ option_groups: [{ label: plain("Group"), ...options(text) }] });

/** Each interactive element, with a word that it shows. */
export const CONTROLS: {
  readonly [Type in ControlElement["type"]]: readonly [ControlElement, shown: string];
} = {
  button: [button("buttonone"), "buttonone"],
  channels_select: [{ type: "channels_select", initial_channel: GENERAL }, "#general"],
  checkboxes: [{ type: "checkboxes", ...options("checkone") }, "checkone"],
  conversations_select: [
    { type: "conversations_select", placeholder: plain("conversationone") },
    "conversationone",
  ],
  datepicker: [{ type: "datepicker", initial_date: "2026-01-05" }, "2026-01-05"],
  datetimepicker: [{ type: "datetimepicker", initial_date_time: 1_392_734_382 }, "2014-02-18 14:39 UTC"],
  email_text_input: [{ type: "email_text_input", initial_value: "a@b.example" }, "a@b.example"],
  external_select: [{ type: "external_select", initial_option: option("externalone") }, "externalone"],
  file_input: [{ type: "file_input" }, "(field)"],
  image: [picture("imageone"), "(picture: imageone)"],
  multi_channels_select: [{ type: "multi_channels_select", initial_channels: [GENERAL] }, "#general"],
  multi_conversations_select: [
    { type: "multi_conversations_select", placeholder: plain("manyone") },
    "manyone",
  ],
  multi_external_select: [
    { type: "multi_external_select", initial_options: options("manytwo").options },
    "manytwo",
  ],
  multi_static_select: [{ type: "multi_static_select", ...group("manythree") }, "manythree"],
  multi_users_select: [{ type: "multi_users_select", initial_users: [ADA] }, "@ada.l"],
  number_input: [{ type: "number_input", is_decimal_allowed: false, initial_value: "17" }, "17"],
  overflow: [{ type: "overflow", ...options("overflowone") }, "overflowone"],
  plain_text_input: [{ type: "plain_text_input", placeholder: plain("plainone") }, "plainone"],
  radio_buttons: [{ type: "radio_buttons", ...options("radioone") }, "radioone"],
  rich_text_input: [{ type: "rich_text_input", initial_value: rich("richone") }, "richone"],
  static_select: [{ type: "static_select", ...options("staticone") }, "staticone"],
  timepicker: [{ type: "timepicker", initial_time: "11:40" }, "11:40"],
  url_text_input: [{ type: "url_text_input", initial_value: "https://a.example/u" }, "https://a.example/u"],
  users_select: [{ type: "users_select", initial_user: ADA }, "@ada.l"],
  workflow_button: [
    {
      type: "workflow_button",
      text: plain("workflowone"),
      workflow: { trigger: { url: "https://a.example" } },
      action_id: "a",
    },
    "workflowone",
  ],
};
