import type { CompanionAccess } from "../../../engine/contract/sign-in";
import type { ModelSummary } from "../../../engine/llm/models";
import type { ModelServer, ModelSettings } from "../../../engine/model/model-settings";
import { revokeUnusedAccess } from "../../access/revoke-unused-access";
import { serverAccess } from "../../access/server-access";
import { setCompanion } from "../../access/set-companion";
import { callBackground } from "../../messaging/call-background";
import { callEngine } from "../../messaging/call-engine";
import { changesOf, THROTTLE_MS } from "../../messaging/changes";
import { requestAccess } from "../../platform/permissions";
import { startBuiltInDownload } from "../../platform/prompt-api";
import { useAction } from "../../ui/use-action";
import { useLiveQuery } from "../../ui/use-live-query";
import { type EnteredServer, toServer } from "./servers/to-server";

interface ModelsView {
  readonly settings: ModelSettings;
  readonly models: readonly ModelSummary[];
  readonly spent: { readonly today: number; readonly month: number };
  /** Ids of the servers that have a key; absent while the vault is locked. */
  readonly withKey?: readonly string[];
}

/** Language models, their settings and their actions. */
export function useModels() {
  const live = useLiveQuery(readModels, {
    // A locked vault hides keys, and a question may have cost something.
    subscribe: changesOf(["models", "vault", "chats"], THROTTLE_MS),
    shouldPoll: ({ models }) => models.some(({ downloading }) => downloading !== undefined),
  });
  const action = useAction();
  const run = (work: () => Promise<unknown>) =>
    void action.run(async () => {
      await work();
      live.refresh();
    });
  const change = (patch: Partial<ModelSettings>) => changeSettings((settings) => ({ ...settings, ...patch }));
  return {
    value: live.value,
    problem: action.problem ?? live.problem,
    busy: action.busy,
    dismiss: action.dismiss,
    change: (patch: Partial<ModelSettings>) => run(() => change(patch)),
    /** Removes a limit that is left out. */
    setBudget: (budget: Pick<ModelSettings, "dailyBudget" | "monthlyBudget">) =>
      run(() => changeSettings(({ dailyBudget: _, monthlyBudget: __, ...rest }) => ({ ...rest, ...budget }))),
    /** Undefined lets the router choose. */
    prefer: (modelId: string | undefined) =>
      run(() =>
        changeSettings(({ preferredModelId: _, ...rest }) => ({
          ...rest,
          ...(modelId !== undefined && { preferredModelId: modelId }),
        })),
      ),
    /** Must be called inside a click, to ask for access to the server's host. */
    addServer: (entered: EnteredServer) => run(() => addServer(entered)),
    setKey: ({ id }: ModelServer, key: string | null) =>
      run(() => callBackground("model-key-set", { serverId: id, key })),
    /** Must be called inside a click; revokes access to its host. */
    removeServer: (server: ModelServer) => run(() => removeServer(server)),
    /** Must be called inside a click, to ask for access to its host. */
    addCompanion: (entered: CompanionAccess) => run(() => addCompanion(entered)),
    refresh: () => run(() => callEngine("model-list", { fresh: true })),
    /** Must be called inside a click: Chrome downloads its built-in model only then. */
    download: ({ id, providerId }: ModelSummary) =>
      run(() =>
        providerId === "chrome" ? startBuiltInDownload() : callEngine("model-download", { modelId: id }),
      ),
    cancelDownload: ({ id }: ModelSummary) => run(() => callEngine("model-download-cancel", { modelId: id })),
    remove: ({ id }: ModelSummary) => run(() => callEngine("model-remove", { modelId: id })),
  };
}

/** Changes the stored settings, which another page may have changed since the last render. */
async function changeSettings(change: (settings: ModelSettings) => ModelSettings): Promise<void> {
  await callBackground("model-settings-set", change(await callBackground("model-settings-get", {})));
}

async function addServer(entered: EnteredServer): Promise<void> {
  await requestHost(entered.baseUrl);
  const { servers } = await callBackground("model-settings-get", {});
  const server = toServer(entered, servers);
  await changeSettings((settings) => ({ ...settings, servers: [...settings.servers, server] }));
  if (entered.key !== "") await callBackground("model-key-set", { serverId: server.id, key: entered.key });
}

async function addCompanion(entered: CompanionAccess): Promise<void> {
  await requestHost(entered.baseUrl);
  await setCompanion(entered);
}

async function removeServer(server: ModelServer): Promise<void> {
  await changeSettings((settings) => ({
    ...settings,
    servers: settings.servers.filter(({ id }) => id !== server.id),
  }));
  await revokeUnusedAccess(serverAccess(server));
}

async function requestHost(baseUrl: string): Promise<void> {
  if (await requestAccess([], serverAccess({ baseUrl }).hosts)) return;
  throw new Error(`Chrome did not give access to ${new URL(baseUrl).host}, so it cannot be asked`);
}

async function readModels(): Promise<ModelsView> {
  const [settings, overview, withKey] = await Promise.all([
    callBackground("model-settings-get", {}),
    callEngine("model-list", {}),
    // The vault is locked.
    callBackground("model-key-list", {}).catch(() => undefined),
  ]);
  return { settings, ...overview, ...(withKey && { withKey }) };
}
