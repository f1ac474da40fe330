import { SettingsError } from "../errors/settings-error";

/** The client id for the sign-in: that of the person's own app, else Atlas's. */
export function chooseClientId(entered: string | undefined, declared: string | undefined): string {
  const clientId = entered?.trim() || declared;
  if (clientId === undefined) throw new SettingsError("Cannot sign in: enter the client id of your app");
  if (!/^[\x21-\x7e]+$/.test(clientId))
    throw new SettingsError("Cannot sign in: the client id holds a space or a character that none has");
  return clientId;
}
