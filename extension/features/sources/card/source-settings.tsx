import { useId } from "react";
import type { SettingField } from "../../../../engine/connectors/connector";
import type { Settings, SettingValue } from "../../../../engine/model/source";
import { CompactInput } from "../../../ui/form-field";
import { Switch } from "../../../ui/switch";
import styles from "./source-settings.module.css";

interface SourceSettingsProps {
  readonly fields: readonly SettingField[];
  readonly settings: Settings;
  readonly disabled: boolean;
  readonly onChange: (key: string, value: SettingValue) => void;
}

/** The settings that a connector declares. */
export function SourceSettings({ fields, settings, disabled, onChange }: SourceSettingsProps) {
  return fields.map((field) => (
    <SettingRow
      key={field.key}
      field={field}
      value={settings[field.key] ?? field.initial}
      disabled={disabled}
      onChange={(value) => onChange(field.key, value)}
    />
  ));
}

interface SettingRowProps {
  readonly field: SettingField;
  readonly value: SettingValue;
  readonly disabled: boolean;
  readonly onChange: (value: SettingValue) => void;
}

function SettingRow({ field, value, disabled, onChange }: SettingRowProps) {
  const id = useId();
  const helpId = `${id}-help`;
  const input = { id, disabled, describedBy: helpId, onChange };
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <label htmlFor={id}>{field.label}</label>
        {field.help && (
          <p id={helpId} className={styles.help}>
            {field.help}
          </p>
        )}
      </div>
      {field.kind === "boolean" ? (
        <Switch {...input} checked={value === true} />
      ) : (
        <SettingInput key={String(value)} {...input} kind={field.kind} value={value} />
      )}
    </div>
  );
}

interface SettingInputProps {
  readonly id: string;
  readonly kind: Exclude<SettingField["kind"], "boolean">;
  readonly value: SettingValue;
  readonly disabled: boolean;
  readonly describedBy: string;
  readonly onChange: (value: SettingValue) => void;
}

/** A number or a text; committed on blur or Enter. */
function SettingInput({ id, kind, value, disabled, describedBy, onChange }: SettingInputProps) {
  const commit = (input: HTMLInputElement) => {
    const next = kind === "number" ? input.valueAsNumber : input.value;
    if (Number.isNaN(next)) input.value = String(value);
    else if (next !== value) onChange(next);
  };
  return (
    <CompactInput
      id={id}
      className={styles.input ?? ""}
      type={kind === "list" ? "text" : kind}
      defaultValue={String(value)}
      disabled={disabled}
      aria-describedby={describedBy}
      onBlur={(event) => commit(event.currentTarget)}
      onKeyDown={(event) => event.key === "Enter" && commit(event.currentTarget)}
    />
  );
}
