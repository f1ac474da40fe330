import type { ConnectorDeclaration } from "../../../../engine/connectors/connector";
import type { SignInMethod } from "../../../../engine/connectors/service";
import type { SignIn } from "../../../../engine/contract/sign-in";
import type { Settings } from "../../../../engine/model/source";

/** A field of the connect dialog. */
export interface ConnectField {
  readonly name: "baseUrl" | "token" | "user" | "clientId" | "companionUrl" | "companionToken";
  readonly label: string;
  readonly help?: string;
  readonly type: "text" | "password" | "url" | "email";
  readonly required: boolean;
}

/** The fields of a sign-in method. A repeated sign-in keeps the address. */
export function connectFields(
  declaration: ConnectorDeclaration,
  method: SignInMethod,
  { again }: { readonly again: boolean },
): readonly ConnectField[] {
  const fields: ConnectField[] = [];
  const address = declaration.settings.find(({ key }) => key === declaration.service?.baseUrlSetting);
  if (address && !again) {
    fields.push({
      name: "baseUrl",
      label: address.label,
      ...(address.help && { help: address.help }),
      type: "url",
      required: declaration.service?.hosts.length === 0,
    });
  }
  if (method.kind === "companion") {
    const help =
      "Where your companion server runs, as in the settings of models; leave it empty to keep that one.";
    fields.push({ name: "companionUrl", label: "Companion server", help, type: "url", required: false });
    const which = "What it printed at its first start; only with a new address.";
    fields.push({
      name: "companionToken",
      label: "Pairing token",
      help: which,
      type: "password",
      required: false,
    });
  }
  if (method.kind === "token") {
    if (method.userLabel)
      fields.push({ name: "user", label: method.userLabel, type: "text", required: true });
    fields.push({ name: "token", label: "Token", type: "password", required: true });
  } else if (needsOwnApp(method)) {
    const help = `The client ID of an app you registered at ${declaration.name}. It is not a secret.`;
    fields.push({ name: "clientId", label: "Client ID", help, type: "text", required: true });
  }
  return fields;
}

/** True when the person must register an app of their own, because Atlas has none at the vendor. */
function needsOwnApp(method: SignInMethod): boolean {
  return method.kind !== "token" && method.kind !== "browser" && method.clientId === undefined;
}

/** True when that app must register a redirect URL; a device sign-in needs none. */
export function needsRedirectUrl(method: SignInMethod): boolean {
  return needsOwnApp(method) && method.kind !== "device";
}

export type EnteredFields = Partial<Record<ConnectField["name"], string>>;

/** The request for the entered fields; empty ones are left out. */
export function toSignIn(
  declaration: ConnectorDeclaration,
  { method, fields }: { method: SignInMethod; fields: EnteredFields },
): { readonly signIn: SignIn; readonly settings: Settings } {
  const { baseUrl = "", companionUrl: _, companionToken: __, ...entered } = fields;
  const filled = Object.entries(entered).filter(([, value]) => value.trim() !== "");
  const key = declaration.service?.baseUrlSetting;
  return {
    signIn: { methodId: method.id, entered: Object.fromEntries(filled) },
    settings: key && baseUrl.trim() !== "" ? { [key]: baseUrl.trim() } : {},
  };
}
