import type { ServiceDeclaration, SignInMethod } from "../connectors/service";

/** The sign-in method of a credential; undefined when the connector no longer declares it. */
export function findMethod({ signIn }: ServiceDeclaration, id: string): SignInMethod | undefined {
  return signIn.find((method) => method.id === id);
}
