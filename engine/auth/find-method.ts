import type { ServiceDeclaration, SignInMethod } from "../connectors/service";

/** The way a credential was got; undefined when the connector no longer has it. */
export function findMethod({ signIn }: ServiceDeclaration, id: string): SignInMethod | undefined {
  return signIn.find((method) => method.id === id);
}
