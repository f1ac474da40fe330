import type { ConnectorDeclaration } from "../../../../engine/connectors/connector";
import type { SignInMethod } from "../../../../engine/connectors/service";
import type { Settings } from "../../../../engine/model/source";

/** Match patterns of the vendor a source talks to: its own address where one is set, else the declared hosts. */
export function serviceHosts({ service }: ConnectorDeclaration, settings: Settings): readonly string[] {
  if (!service) return [];
  const own = service.baseUrlSetting && String(settings[service.baseUrlSetting] ?? "").trim();
  return own && URL.canParse(own) ? [`${new URL(own).origin}/*`] : service.hosts;
}

/** The optional browser permission a way to sign in needs. */
export function signInPermissions({ kind }: SignInMethod): readonly string[] {
  return kind === "pkce" || kind === "companion" || kind === "browser" ? ["identity"] : [];
}

/** The hosts in words: "api.github.com and github.com". */
export function hostWords(patterns: readonly string[]): string {
  const hosts = patterns.map((pattern) => pattern.replace(/^\w+:\/\//, "").replace(/\/\*$/, ""));
  return new Intl.ListFormat("en").format(hosts);
}
