import type { ConnectorDeclaration } from "../../engine/connectors/connector";
import type { SignInMethod } from "../../engine/connectors/service";
import type { Settings } from "../../engine/model/source";
import type { Access } from "./access";

/** The access that a source needs with these settings; an unset setting has its initial value. */
export function sourceAccess(declaration: ConnectorDeclaration, settings: Settings): Access {
  const switchedOn = declaration.settings
    .filter((field) => field.kind === "boolean" && (settings[field.key] ?? field.initial) === true)
    .flatMap((field) => field.needsHosts ?? []);
  const signIn = (declaration.service?.signIn ?? []).flatMap(signInPermissions);
  return {
    permissions: [...new Set([...declaration.permissions, ...signIn])],
    hosts: [...new Set([...serviceHosts(declaration, settings), ...switchedOn])],
  };
}

/** Match patterns of the hosts of a source: its own address if one is set, else the declared hosts. */
export function serviceHosts({ service }: ConnectorDeclaration, settings: Settings): readonly string[] {
  if (!service) return [];
  const own = service.baseUrlSetting && String(settings[service.baseUrlSetting] ?? "").trim();
  return own && URL.canParse(own) ? [`${new URL(own).origin}/*`] : service.hosts;
}

/** The optional browser permission that a sign-in method needs. */
export function signInPermissions({ kind }: SignInMethod): readonly string[] {
  return kind === "pkce" || kind === "companion" || kind === "browser" ? ["identity"] : [];
}
