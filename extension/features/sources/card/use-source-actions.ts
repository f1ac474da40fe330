import type { ConnectorDeclaration } from "../../../../engine/connectors/connector";
import type { SettingValue, Source } from "../../../../engine/model/source";
import { revokeUnusedAccess } from "../../../access/revoke-unused-access";
import { sourceAccess } from "../../../access/source-access";
import { callBackground } from "../../../messaging/call-background";
import { deleteFolder, requestFolder } from "../../../platform/folder-handles";
import { requestAccess } from "../../../platform/permissions";
import { useAction } from "../../../ui/use-action";

/** The actions of a source, or of a connector without one; `onDone` is called after each. */
export function useSourceActions(declaration: ConnectorDeclaration, onDone: () => void) {
  const action = useAction();
  const run = (work: () => Promise<unknown>) =>
    action.run(async () => {
      await work();
      onDone();
    });
  return {
    busy: action.busy,
    problem: action.problem,
    dismiss: action.dismiss,
    /** Must be called inside a click. */
    switchOn: () => run(() => switchOn(declaration)),
    remove: (source: Source) => run(() => remove(declaration, source)),
    sync: ({ id }: Source) => run(() => callBackground("source-sync", { sourceId: id })),
    pause: ({ id }: Source, paused: boolean) =>
      run(() => callBackground("source-update", { sourceId: id, paused })),
    /** True to keep the content of the source from models on other machines. */
    setDeviceOnly: ({ id }: Source, deviceOnly: boolean) =>
      run(() => callBackground("source-update", { sourceId: id, deviceOnly })),
    /** Asks again for the access that the source lost; must be called inside a click. */
    allow: (source: Source) => run(() => allow(declaration, source)),
    /** Must be called inside a click, to ask for access to the hosts of the setting. */
    change: (source: Source, key: string, value: SettingValue) =>
      run(() => change(declaration, source, { key, value })),
    /** Signs out at the vendor; with `forget`, also deletes the documents of the source. */
    disconnect: (source: Source, forget: boolean) => run(() => disconnect(declaration, source, forget)),
    retryItem: ({ id }: Source, itemId: string) =>
      run(() => callBackground("item-retry", { sourceId: id, itemId })),
    removeItem: (source: Source, itemId: string) =>
      run(() => callBackground("item-remove", { sourceId: source.id, itemId })),
  };
}

async function switchOn(declaration: ConnectorDeclaration): Promise<void> {
  const { permissions, hosts } = sourceAccess(declaration, {});
  if (!(await requestAccess(permissions, hosts))) throw toAccessError(declaration.name);
  await callBackground("source-add", { connectorId: declaration.id });
}

async function remove(declaration: ConnectorDeclaration, source: Source): Promise<void> {
  await callBackground("source-remove", { sourceId: source.id });
  if (declaration.addedBy === "folder") await deleteFolder(source.id);
  await revokeUnusedAccess(sourceAccess(declaration, source.settings));
}

async function disconnect(declaration: ConnectorDeclaration, source: Source, forget: boolean): Promise<void> {
  await callBackground("source-disconnect", { sourceId: source.id, forget });
  await revokeUnusedAccess(sourceAccess(declaration, source.settings));
}

async function allow(declaration: ConnectorDeclaration, source: Source): Promise<void> {
  const { permissions, hosts } = sourceAccess(declaration, source.settings);
  const granted =
    declaration.addedBy === "folder"
      ? await requestFolder(source.id)
      : await requestAccess(permissions, hosts);
  if (!granted) throw toAccessError(source.label);
  await callBackground("source-sync", { sourceId: source.id });
}

async function change(
  declaration: ConnectorDeclaration,
  source: Source,
  { key, value }: { key: string; value: SettingValue },
): Promise<void> {
  const field = declaration.settings.find((candidate) => candidate.key === key);
  const settings = { ...source.settings, [key]: value };
  if (value === true && !(await requestAccess([], field?.needsHosts ?? []))) {
    throw new Error(`Chrome did not give access, so “${field?.label ?? key}” stays off`);
  }
  await callBackground("source-update", { sourceId: source.id, settings });
  if (value === false) await revokeUnusedAccess(sourceAccess(declaration, source.settings));
}

function toAccessError(name: string): Error {
  return new Error(`Chrome did not give access, so Atlas cannot read “${name}”`);
}
