import type { Settings } from "../../model/source";
import { expectNames } from "../api/expect-names";
import { readListSetting } from "../api/read-list-setting";
import type { LinearClient } from "./client";
import { named, namedTeam, teamsOf } from "./filters";
import { FIND_LABELS, FIND_TEAMS } from "./queries";
import { namedNode } from "./schema";

/** Rejects with SettingsError for a team or a label that is not there, for Linear would silently find nothing. */
export async function checkNames(client: LinearClient, settings: Settings): Promise<void> {
  const teams = teamsOf(settings);
  const foundTeams = await find(client, FIND_TEAMS, teams.flatMap(namedTeam));
  expectNames(teams, foundTeams, { what: "team", from: "Linear", setting: "Teams" });
  const labels = readListSetting(settings, "labels");
  const foundLabels = await find(client, FIND_LABELS, labels.map(named));
  expectNames(labels, foundLabels, { what: "label", from: "Linear", setting: "Labels" });
}

async function find(
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
