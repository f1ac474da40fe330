import { type ComponentProps, type ReactNode, useId } from "react";
import styles from "./form-field.module.css";

interface FieldProps {
  readonly label: string;
  /** True to give the label to screen readers alone. */
  readonly isLabelHidden?: boolean | undefined;
  /** A sentence below the field, which also describes it to screen readers. */
  readonly help?: string | undefined;
}

interface FormFieldProps extends FieldProps, Omit<ComponentProps<"input">, "id" | "className"> {
  /** A button beside the input. */
  readonly button?: ReactNode;
}

/** A labelled input of a form. */
export function FormField({ label, isLabelHidden, help, button, ...input }: FormFieldProps) {
  const id = useId();
  const field = { id, label, isLabelHidden, help };
  const control = <input {...input} {...toControlProps(field)} />;
  return (
    <Field {...field}>
      {button ? (
        <div className={styles.row}>
          {control}
          {button}
        </div>
      ) : (
        control
      )}
    </Field>
  );
}

/** A labelled input of several lines. */
export function FormTextArea({
  label,
  isLabelHidden,
  help,
  ...input
}: FieldProps & Omit<ComponentProps<"textarea">, "id" | "className">) {
  const id = useId();
  const field = { id, label, isLabelHidden, help };
  return (
    <Field {...field}>
      <textarea {...input} {...toControlProps(field)} />
    </Field>
  );
}

/** The fields of a form, one below the other. */
export function Form(form: Omit<ComponentProps<"form">, "className">) {
  return <form {...form} className={styles.form} />;
}

/** A paragraph of help that belongs to the whole form. */
export function FormHelp({ children }: { readonly children: ReactNode }) {
  return <p className={styles.help}>{children}</p>;
}

/** An input that stands in a row with its label. */
export function CompactInput({ className, ...input }: ComponentProps<"input">) {
  return <input {...input} className={`${styles.compact} ${className ?? ""}`} />;
}

/** A list of choices that stands in a row with its label. */
export function CompactSelect(select: Omit<ComponentProps<"select">, "className">) {
  return <select {...select} className={styles.compact} />;
}

interface LabelledField {
  readonly id: string;
  readonly label: string;
  readonly isLabelHidden: boolean | undefined;
  readonly help: string | undefined;
}

function Field({
  id,
  label,
  isLabelHidden,
  help,
  children,
}: LabelledField & { readonly children: ReactNode }) {
  return (
    <div className={styles.field}>
      {!isLabelHidden && <label htmlFor={id}>{label}</label>}
      {children}
      {help && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
    </div>
  );
}

function toControlProps({ id, label, isLabelHidden, help }: LabelledField) {
  return {
    id,
    className: styles.input,
    ...(isLabelHidden && { "aria-label": label }),
    ...(help && { "aria-describedby": `${id}-help` }),
  };
}
