import type { KnownBlock, MessageAttachment } from "@slack/types";
import { button, CONTROLS, picture, plain, RICH_TEXT, rich } from "./documented-elements";
import { ADA } from "./fake-slack-data";

const mrkdwn = (text: string) => ({ type: "mrkdwn", text }) as const;

/** An example of each documented block, with words that begin with its type. */
export const BLOCKS: { readonly [Type in KnownBlock["type"]]: Extract<KnownBlock, { type: Type }> } = {
  actions: {
    type: "actions",
    elements: [button("actionsone"), { ...button("actionstwo"), url: "https://a.example" }],
  },
  alert: { type: "alert", text: plain("alertone"), level: "warning" },
  card: {
    type: "card",
    title: mrkdwn("cardone"),
    subtitle: mrkdwn("cardtwo"),
    body: mrkdwn("cardthree"),
    actions: [button("cardfour")],
  },
  carousel: {
    type: "carousel",
    elements: [
      { type: "card", title: mrkdwn("carouselone") },
      { type: "card", body: mrkdwn("carouseltwo") },
    ],
  },
  container: {
    type: "container",
    title: plain("containerone"),
    subtitle: mrkdwn("containertwo"),
    child_blocks: [{ type: "section", text: mrkdwn("containerthree") }],
  },
  context: { type: "context", elements: [picture("contextone"), mrkdwn("contexttwo")] },
  context_actions: {
    type: "context_actions",
    elements: [
      {
        type: "feedback_buttons",
        positive_button: { text: plain("contextactionsone"), value: "1" },
        negative_button: { text: plain("contextactionstwo"), value: "0" },
      },
      { type: "icon_button", icon: "trash", text: plain("contextactionsthree") },
    ],
  },
  data_table: {
    type: "data_table",
    caption: "datatableone",
    rows: [
      [{ type: "raw_text", text: "datatabletwo" }, rich("datatablethree")],
      [{ type: "raw_number", value: 4711, text: "datatablefour" }],
    ],
  },
  divider: { type: "divider" },
  file: { type: "file", source: "remote", external_id: "fileone" },
  header: { type: "header", text: plain("headerone") },
  image: { ...picture("imageone"), title: plain("imagetwo") },
  input: {
    type: "input",
    label: plain("inputone"),
    hint: plain("inputtwo"),
    element: { type: "plain_text_input", initial_value: "inputthree" },
  },
  markdown: { type: "markdown", text: "# markdownone" },
  plan: {
    type: "plan",
    title: "planone",
    tasks: [{ type: "task_card", task_id: "1", title: "plantwo", status: "pending" }],
  },
  rich_text: rich("richtextone"),
  section: {
    type: "section",
    text: mrkdwn("sectionone"),
    fields: [mrkdwn("*sectiontwo*\nsectionthree"), plain("sectionfour")],
    accessory: button("sectionfive"),
  },
  table: { type: "table", rows: [[{ type: "raw_text", text: "tableone" }, rich("tabletwo")]] },
  task_card: {
    type: "task_card",
    task_id: "1",
    title: "taskcardone",
    status: "in_progress",
    details: rich("taskcardtwo"),
    output: rich("taskcardthree"),
    sources: [{ type: "url", url: "https://a.example", text: "taskcardfour" }],
  },
  video: {
    type: "video",
    title: plain("videoone"),
    description: plain("videotwo"),
    author_name: "videothree",
    provider_name: "videofour",
    alt_text: "Video",
    video_url: "https://a.example/v",
    thumbnail_url: "https://a.example/t",
  },
};

/** A bot's report with every field that a person sees, each with a word of its own. */
export const ATTACHMENT: MessageAttachment = {
  fallback: "Not shown",
  pretext: "pretextone",
  author_name: "authorone",
  author_subname: "authortwo",
  title: "titleone",
  title_link: "https://a.example/t",
  text: "textone",
  fields: [{ title: "fieldone", value: "fieldtwo", short: true }],
  footer: "footerone",
  ts: "1392734382",
  actions: [{ type: "button", text: "actionone" }],
  preview: { title: plain("previewone"), subtitle: plain("previewtwo") },
  blocks: [{ type: "section", text: mrkdwn("blockone") } as KnownBlock],
};

/** The subtypes of messages that are read; the others tell of the conversation itself. */
export const READ_SUBTYPES = [
  ...["bot_message", "channel_name", "channel_purpose", "channel_topic", "file_share", "me_message"],
  ...[
    "ekm_access_denied",
    "slackbot_response",
    "reminder_add",
    "thread_broadcast",
    "huddle_thread",
    "file_comment",
  ],
];
/** Subtypes of the SDK that are events about messages, or tell of the conversation itself. */
export const OTHER_SUBTYPES = [
  ...["channel_archive", "channel_join", "channel_leave", "channel_posting_permissions", "channel_unarchive"],
  ...["message_changed", "message_deleted", "message_replied"],
];

/** Files of each mode, as the API describes them. */
export const FILES = [
  {
    id: "F1",
    mode: "snippet",
    filetype: "python",
    name: "snippetone.py",
    title: "snippettwo",
    preview: "snippetthree",
  },
  {
    id: "F2",
    mode: "hosted",
    filetype: "pdf",
    mimetype: "application/pdf",
    name: "hostedone.pdf",
    title: "hostedtwo",
  },
  {
    id: "F3",
    mode: "canvas",
    filetype: "quip",
    title: "canvasone",
    permalink: "https://acme.slack.com/docs/1",
  },
  {
    id: "F4",
    mode: "hosted",
    filetype: "email",
    title: "mailone",
    subject: "mailtwo",
    plain_text: "mailthree",
  },
  {
    id: "F5",
    mode: "external",
    filetype: "gdoc",
    is_external: true,
    title: "externalone",
    external_url: "https://a.example",
  },
  { id: "F6", mode: "hosted", mimetype: "image/png", name: "pictureone.png", alt_txt: "picturetwo" },
];

/** Another message in an attachment. */
export const SHARE = {
  ...{
    is_share: true,
    author_name: "shareone",
    channel_id: "C7",
    channel_name: "sharetwo",
    text: "sharethree",
  },
  ...{ from_url: "https://acme.slack.com/archives/C7/p1", ts: "1392734382.000100", fallback: "Not shown" },
  message_blocks: [
    {
      team: "T1",
      channel: "C7",
      ts: "1392734382.000100",
      message: { text: "Not shown", blocks: [rich("sharefour")] },
    },
  ],
};

/** A message with everything that is documented. */
export const EVERYTHING = {
  ...{ type: "message", user: ADA, text: "Not shown", client_msg_id: "766ADF4C", team: "T12345678" },
  blocks: [
    ...Object.values(BLOCKS),
    { type: "rich_text", elements: Object.values(RICH_TEXT).flatMap(([elements]) => elements) },
    ...Object.values(CONTROLS).map(([element]) => ({ type: "input", label: plain("labelone"), element })),
  ],
  attachments: [ATTACHMENT, SHARE],
  files: FILES,
  reactions: [{ name: "thumbsup", count: 2, users: [ADA] }],
};

/** The words of an example that a person sees: "headerone", "sectiontwo". */
export function shownWords(value: unknown): readonly string[] {
  return (
    JSON.stringify(value)
      .replaceAll("\\n", " ")
      .match(/\b[a-z]+(?:one|two|three|four|five)\b/g) ?? []
  );
}
