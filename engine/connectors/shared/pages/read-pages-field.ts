import type { SettingField } from "../../connector";

/** The setting, shared by every list of web pages, that decides whether the pages themselves are read. */
export const readPagesField: SettingField = {
  key: "readPages",
  label: "Read the pages too",
  help: "Atlas fetches the pages, without your cookies, so that their text can be found and not only their titles.",
  kind: "boolean",
  initial: false,
  needsHosts: ["https://*/*", "http://*/*"],
};
