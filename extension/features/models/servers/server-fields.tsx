import type { ComponentProps } from "react";
import { FormField } from "../../../ui/form-field";

type FieldProps = ComponentProps<typeof FormField>;

/** The address of a server, in a field named `url`. */
export function UrlField(input: Omit<FieldProps, "label" | "name">) {
  return (
    <FormField
      {...input}
      label="Address"
      name="url"
      type="url"
      required
      pattern="https?://.+"
      spellCheck={false}
    />
  );
}

/** A secret, which the browser neither shows nor fills in. */
export function SecretField(input: FieldProps) {
  return <FormField {...input} type="password" autoComplete="new-password" />;
}
