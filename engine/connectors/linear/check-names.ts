import type { Settings } from "../../model/source";
import { assertNamesExist } from "../shared/settings/assert-names-exist";
import { readListSetting } from "../shared/settings/read-list-setting";
import type { LinearClient } from "./client";
import { named, namedTeam, teamsOf } from "./filter";
import { FIND_LABELS, FIND_TEAMS } from "./queries";
import { namedNode } from "./schema";

/** Rejects with SettingsError for a team or label that does not exist: Linear would silently find nothing. */
export async function checkNames(client: LinearClient, settings: Settings): Promise<void> {
  const teams = teamsOf(settings);
  const foundTeams = await findNames(client, FIND_TEAMS, teams.flatMap(namedTeam));
  assertNamesExist(teams, foundTeams, { what: "team", from: "Linear", setting: "Teams" });
  const labels = readListSetting(settings, "labels");
  const foundLabels = await findNames(client, FIND_LABELS, labels.map(named));
  assertNamesExist(labels, foundLabels, { what: "label", from: "Linear", setting: "Labels" });
}

async function findNames(
  client: LinearClient,
  query: string,
  wanted: readonly object[],
): Promise<readonly string[]> {
  if (wanted.length === 0) return [];
  const nodes = await client.listAll(query, { filter: { or: wanted }, first: 100 });
  return nodes.flatMap((node) => {
    const { key, name } = namedNode.safeParse(node).data ?? {};
    return [key, name].filter((each) => each !== undefined);
  });
}
