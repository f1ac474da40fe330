interface Scopes {
  readonly scopes: readonly string[];
  readonly scopeParameter?: string;
  readonly scopeSeparator?: string;
}

/** The query or form parameter that asks for the scopes, as the vendor wants it; none when none are asked for. */
export function toScopeParameter(method: Scopes): Record<string, string> {
  const { scopes, scopeParameter: name = "scope", scopeSeparator = " " } = method;
  return scopes.length === 0 ? {} : { [name]: scopes.join(scopeSeparator) };
}
