import type { ConnectorContext } from "../../connector";
import type { SlackClient } from "../client";
import type { SlackFilter } from "../filter";
import type { ResolveLabels } from "../messages/label-resolver";

export interface PullDeps {
  readonly context: ConnectorContext;
  readonly client: SlackClient;
  readonly filter: SlackFilter;
  readonly resolveLabels: ResolveLabels;
}
