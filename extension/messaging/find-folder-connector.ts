import { callBackground } from "./call-background";

/** Id of the connector whose sources are added by handing over a folder. */
export async function findFolderConnector(): Promise<string> {
  const declarations = await callBackground("connector-list", {});
  const found = declarations.find(({ addedBy }) => addedBy === "folder");
  if (found === undefined) throw new TypeError("No connector reads folders");
  return found.id;
}
