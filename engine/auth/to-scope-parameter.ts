interface Scopes {
  readonly scopes: readonly string[];
  readonly scopeParameter?: string;
  readonly scopeSeparator?: string;
}

/** The query or form parameter with the scopes, in the vendor's format; empty without scopes. */
export function toScopeParameter(method: Scopes): Record<string, string> {
  const { scopes, scopeParameter: name = "scope", scopeSeparator = " " } = method;
  return scopes.length === 0 ? {} : { [name]: scopes.join(scopeSeparator) };
}
