import * as z from "zod";

const text = z.string().nullish();
/** A list whose entries are parsed one by one. */
const list = z
  .array(z.unknown())
  .nullish()
  .transform((all) => all ?? []);
const token = z
  .string()
  .nullish()
  .transform((value) => value ?? undefined);

const user = z.object({ displayName: text, emailAddress: text });

/** The fields of a file; only these are requested. */
export const driveFile = z.object({
  id: z.string(),
  name: z.string(),
  mimeType: z.string(),
  /** RFC 3339, like every time in Drive. */
  modifiedTime: z.iso.datetime({ offset: true }),
  createdTime: text,
  description: text,
  webViewLink: text,
  /** Bytes, as a string of digits; absent for folders. */
  size: text,
  /** Absent for Google's own formats. */
  md5Checksum: text,
  /** At most one; absent when the folder is not shared with the person. */
  parents: z.array(z.string()).nullish(),
  /** The shared drive it is in. */
  driveId: text,
  shortcutDetails: z.object({ targetId: text, targetMimeType: text }).nullish(),
  owners: z.array(user).nullish(),
  lastModifyingUser: user.nullish(),
  trashed: z.boolean().nullish(),
});

export type DriveFile = z.infer<typeof driveFile>;

/** For the `fields` parameter. */
export const FILE_FIELDS = Object.keys(driveFile.shape).join(",");

/** The fields that identify an entry when others cannot be read. */
export const namedFile = z.object({
  id: z.string().min(1),
  name: z.string().optional().catch(undefined),
  driveId: text.catch(undefined),
});

export const driveFolder = z.object({
  id: z.string(),
  name: z.string(),
  parents: z.array(z.string()).nullish().catch(undefined),
});

export type DriveFolder = z.infer<typeof driveFolder>;

export const fileList = z.object({
  files: list,
  nextPageToken: token,
  incompleteSearch: z.boolean().nullish(),
});

export const driveChange = z.object({
  /** `file` or `drive`. */
  changeType: text.catch(undefined),
  fileId: text.catch(undefined),
  removed: z.boolean().nullish().catch(undefined),
  file: z.unknown().optional(),
});

export type DriveChange = z.infer<typeof driveChange>;

export const changeList = z.object({
  changes: list,
  nextPageToken: token,
  newStartPageToken: token,
});

export const startPageToken = z.object({ startPageToken: z.string() });

export const driveList = z.object({
  drives: list,
  nextPageToken: token,
});

export const sharedDrive = z.object({ id: z.string(), name: z.string() });

const commentFields = {
  content: text,
  author: user.pick({ displayName: true }).nullish(),
  createdTime: text,
  deleted: z.boolean().nullish(),
};

export const driveComment = z.object({
  ...commentFields,
  resolved: z.boolean().nullish(),
  /** The words of the file that the comment is about; HTML entities are escaped. */
  quotedFileContent: z.object({ value: text }).nullish(),
  replies: z.array(z.object({ ...commentFields, action: text })).nullish(),
});

export type DriveComment = z.infer<typeof driveComment>;

/** For the `fields` parameter, which the list of comments requires. */
export const COMMENT_FIELDS =
  "content,author(displayName),createdTime,deleted,resolved,quotedFileContent(value)," +
  "replies(content,author(displayName),createdTime,deleted,action)";

export const commentList = z.object({ comments: list, nextPageToken: token });

export const about = z.object({
  user: z.object({
    permissionId: z.string(),
    emailAddress: text,
    displayName: text,
  }),
});
