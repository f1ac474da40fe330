import { useEffect, useState } from "react";
import type { ConnectorDeclaration } from "../../../../engine/connectors/connector";
import type { SignInMethod } from "../../../../engine/connectors/service";
import type { DevicePrompt } from "../../../../engine/contract/sign-in";
import type { Source } from "../../../../engine/model/source";
import { serverAccess } from "../../../access/server-access";
import { setCompanion } from "../../../access/set-companion";
import { serviceHosts, signInPermissions } from "../../../access/source-access";
import { callBackground } from "../../../messaging/call-background";
import { onDevicePrompt } from "../../../messaging/device-prompt";
import { requestAccess } from "../../../platform/permissions";
import { useAction } from "../../../ui/use-action";
import { type EnteredFields, toSignIn } from "./connect-form";

interface ConnectOptions {
  readonly declaration: ConnectorDeclaration;
  /** The source to sign in to again; absent to add a new one. */
  readonly source: Source | undefined;
  readonly onDone: () => void;
}

/** Signs in to a vendor: asks for access to its hosts, then calls the service worker. */
export function useConnect({ declaration, source, onDone }: ConnectOptions) {
  const action = useAction();
  const [signInId] = useState(() => crypto.randomUUID());
  const [devicePrompt, setDevicePrompt] = useState<DevicePrompt>();
  useEffect(() => onDevicePrompt(signInId, setDevicePrompt), [signInId]);
  const startSignIn = async (method: SignInMethod, fields: EnteredFields) => {
    const { signIn, settings } = toSignIn(declaration, { method, fields });
    const companion = method.kind === "companion" ? await resolveCompanion(fields) : undefined;
    const hosts = [
      ...serviceHosts(declaration, { ...source?.settings, ...settings }),
      ...(companion ? serverAccess(companion).hosts : []),
    ];
    if (!(await requestAccess(signInPermissions(method), hosts))) {
      throw new Error(`Chrome did not give access, so Atlas cannot reach ${declaration.name}`);
    }
    if (fields.companionUrl && companion) await setCompanion(companion);
    if (source) await callBackground("source-reconnect", { sourceId: source.id, signInId, signIn });
    else await callBackground("source-connect", { connectorId: declaration.id, settings, signInId, signIn });
    onDone();
  };
  return {
    busy: action.busy,
    problem: action.problem,
    devicePrompt,
    /** Must be called inside a click. */
    connect: (method: SignInMethod, fields: EnteredFields) =>
      void action.run(() => startSignIn(method, fields).finally(() => setDevicePrompt(undefined))),
    // The dialog closes in any case; an abandoned sign-in times out.
    cancel: () => void callBackground("sign-in-cancel", { signInId }).catch(() => {}),
  };
}

/** The entered companion, or else the stored one. */
async function resolveCompanion({ companionUrl, companionToken }: EnteredFields) {
  if (companionUrl) return { baseUrl: companionUrl, ...(companionToken && { token: companionToken }) };
  const { servers } = await callBackground("model-settings-get", {});
  return servers.find(({ kind }) => kind === "companion");
}
