import type { ConnectorDeclaration } from "../../connectors/connector";
import { SettingsError } from "../../errors/settings-error";
import type { Settings } from "../../model/source";

/** Validates settings and adds the initial values of absent ones. */
export function checkSettings(declaration: ConnectorDeclaration, given: Settings): Settings {
  for (const [key, value] of Object.entries(given)) {
    const field = declaration.settings.find((setting) => setting.key === key);
    if (field === undefined) {
      throw new SettingsError(`Cannot set "${key}": ${declaration.name} has no such setting; leave it out`);
    }
    if (typeof value !== typeof field.initial || Number.isNaN(value)) {
      const wanted = typeof field.initial;
      throw new SettingsError(`Cannot set "${field.label}" to "${value}": enter a ${wanted}`);
    }
  }
  const initial = Object.fromEntries(declaration.settings.map((field) => [field.key, field.initial]));
  return { ...initial, ...given };
}
