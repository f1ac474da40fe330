import type { SettingField } from "../../../connector";
import type { ServiceDeclaration } from "../../../service";
import { GATEWAY } from "./resolve-site";

/** The settings that choose the site; the first is `baseUrlSetting`. */
export const siteFields: readonly SettingField[] = [
  {
    key: "baseUrl",
    label: "Site address",
    help: "For tokens: https://acme.atlassian.net, or your own server; leave it empty to sign in with Atlassian.",
    kind: "url",
    initial: "",
  },
  {
    key: "site",
    label: "Site",
    help: "Only when you sign in with Atlassian and use several sites: the one to read, as in acme.atlassian.net.",
    kind: "text",
    initial: "",
  },
];

/** The service declaration of both products. `scopes`: the OAuth scopes. */
export function createAtlassianService(name: string, scopes: readonly string[]): ServiceDeclaration {
  return {
    hosts: [`${GATEWAY}/*`],
    baseUrlSetting: "baseUrl",
    signIn: [
      {
        kind: "companion",
        id: "oauth",
        label: "Sign in with Atlassian",
        help: `Lets Atlas read, and only read, what you can see in ${name} at the site you choose.`,
        provider: "atlassian",
        authorizeUrl: "https://auth.atlassian.com/authorize",
        scopes: [...scopes, "offline_access"],
        extraParameters: { audience: "api.atlassian.com", prompt: "consent" },
      },
      {
        kind: "token",
        id: "api-token",
        label: "Use an API token",
        help: `Make a token at Atlassian and paste it here with your e-mail address; enter the site address too. A token with scopes needs ${scopes.join(", ")}.`,
        createUrl: "https://id.atlassian.com/manage-profile/security/api-tokens",
        userLabel: "E-mail address",
      },
      {
        kind: "token",
        id: "access-token",
        label: "Use a Data Center token",
        help: "Make a personal access token in your profile on your own server; enter the server's address too.",
        createUrl: "https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html",
      },
    ],
    // Atlassian publishes no fixed rate and replies 429 to slow clients down; this limit is low for both editions.
    limits: [{ id: "requests", requests: 10, windowMs: 1000, burst: 5 }],
    concurrent: 4,
    liveSearch: true,
  };
}
