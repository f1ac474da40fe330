import type { Settings } from "../../model/source";
import { readDateSetting } from "../shared/settings/read-date-setting";
import { readListSetting } from "../shared/settings/read-list-setting";

/** The source's settings as filters of Linear's API. */
export interface LinearFilter {
  /** False when only issues are read. */
  readonly documents: boolean;
  /** Nothing updated before this is read; milliseconds since the epoch. */
  readonly floor?: number;
  readonly issues: object;
  readonly updates: object;
  readonly projects: object;
  readonly initiatives: object;
  readonly initiativeUpdates: object;
  /** Filter of documents; empty for all teams. */
  readonly pages: object;
  /** Whether documents can be searched: Linear's search of documents takes no filter. */
  readonly canSearchDocuments: boolean;
}

export function readFilter(settings: Settings): LinearFilter {
  const teams = teamsOf(settings);
  const labels = readListSetting(settings, "labels");
  const floor = readDateSetting(settings, "since");
  const team = { or: teams.flatMap(namedTeam) };
  const project = { accessibleTeams: { some: team } };
  // Only issues have labels, so a label excludes everything else.
  const documents = settings.documents !== false && labels.length === 0;
  return {
    documents,
    canSearchDocuments: documents && teams.length === 0,
    ...(floor !== undefined && { floor }),
    issues: {
      ...(teams.length > 0 && { team }),
      ...(labels.length > 0 && {
        labels: { some: { or: labels.map(named) } },
      }),
    },
    updates: teams.length > 0 ? { project } : {},
    projects: teams.length > 0 ? project : {},
    initiatives: teams.length > 0 ? { teams: { some: team } } : {},
    initiativeUpdates: teams.length > 0 ? { initiative: { teams: { some: team } } } : {},
    pages: teams.length > 0 ? { or: [{ team }, { project }, { issue: { team } }] } : {},
  };
}

/** Teams by key or by name. People also paste the address of a team's page, which contains the key. */
export function teamsOf(settings: Settings): readonly string[] {
  return readListSetting(settings, "teams").map((entry) =>
    entry.replace(/^https?:\/\/linear\.app\/[^/]+\/team\/([^/?#]+).*$/, "$1"),
  );
}

export function namedTeam(name: string): readonly object[] {
  return [{ key: { eqIgnoreCase: name } }, named(name)];
}

export function named(name: string): object {
  return { name: { eqIgnoreCase: name } };
}

/** Adds the condition of an update at or after `since`, milliseconds since the epoch. */
export function updatedSince(filter: object, since: number | undefined): object {
  return since === undefined ? filter : { ...filter, updatedAt: { gte: toIso(since) } };
}

/** As `updatedSince`, where a comment counts as an update of its issue. */
export function touchedSince(filter: object, since: number | undefined): object {
  if (since === undefined) return filter;
  const updatedAt = { gte: toIso(since) };
  return { and: [filter, { or: [{ updatedAt }, { comments: { some: { updatedAt } } }] }] };
}

export function toIso(time: number): string {
  return new Date(time).toISOString();
}
