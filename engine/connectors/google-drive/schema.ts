import * as z from "zod";

const user = z.object({ displayName: z.string().optional(), emailAddress: z.string().optional() });

/** The fields of a file; only these are requested. */
export const driveFile = z.object({
  id: z.string(),
  name: z.string(),
  mimeType: z.string(),
  /** RFC 3339, like every time in Drive. */
  modifiedTime: z.iso.datetime({ offset: true }),
  createdTime: z.string().optional(),
  webViewLink: z.string().optional(),
  /** Bytes, as a string of digits; absent for folders. */
  size: z.string().optional(),
  /** Absent for Google's own formats. */
  md5Checksum: z.string().optional(),
  /** At most one; absent when the folder is not shared with the person. */
  parents: z.array(z.string()).optional(),
  owners: z.array(user).optional(),
  lastModifyingUser: user.optional(),
  trashed: z.boolean().optional(),
  ownedByMe: z.boolean().optional(),
});

export type DriveFile = z.infer<typeof driveFile>;

/** For the `fields` parameter. */
export const FILE_FIELDS = Object.keys(driveFile.shape).join(",");

/** The fields that identify an entry when others cannot be read. */
export const namedFile = z.object({ id: z.string(), name: z.string().optional().catch(undefined) });

export const driveFolder = z.object({
  id: z.string(),
  name: z.string(),
  parents: z.array(z.string()).optional(),
});

export type DriveFolder = z.infer<typeof driveFolder>;

export const fileList = z.object({
  files: z.array(z.unknown()).default([]),
  nextPageToken: z.string().optional(),
  incompleteSearch: z.boolean().optional(),
});

const change = z.object({
  /** `file` or `drive`. */
  changeType: z.string().optional(),
  fileId: z.string().optional(),
  removed: z.boolean().optional(),
  file: z.unknown().optional(),
});

export type DriveChange = z.infer<typeof change>;

export const changeList = z.object({
  changes: z.array(change).default([]),
  nextPageToken: z.string().optional(),
  newStartPageToken: z.string().optional(),
});

export const startPageToken = z.object({ startPageToken: z.string() });

export const driveList = z.object({
  drives: z.array(z.object({ id: z.string(), name: z.string() })).default([]),
  nextPageToken: z.string().optional(),
});

export const about = z.object({
  user: z.object({
    permissionId: z.string(),
    emailAddress: z.string().optional(),
    displayName: z.string().optional(),
  }),
});
