import { type FormEvent, useId, useState } from "react";
import type { ConnectorDeclaration } from "../../../../engine/connectors/connector";
import type { SignInMethod } from "../../../../engine/connectors/service";
import type { DevicePrompt } from "../../../../engine/contract/sign-in";
import type { Source } from "../../../../engine/model/source";
import { serviceHosts } from "../../../access/source-access";
import { hasBrowserSignIn } from "../../../platform/web-auth";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";
import { Form, FormField, FormHelp } from "../../../ui/form-field";
import { Notice } from "../../../ui/notice";
import { RadioList } from "../../../ui/radio-list";
import { safeUrl } from "../../../ui/safe-url";
import styles from "./connect-dialog.module.css";
import { connectFields, type EnteredFields, needsRedirectUrl } from "./connect-form";
import { RedirectUrl } from "./redirect-url";
import { useConnect } from "./use-connect";

interface ConnectDialogProps {
  readonly declaration: ConnectorDeclaration;
  /** The source to sign in to again; absent to add a new one. */
  readonly source?: Source;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Signs in to one vendor: its description and hosts, the sign-in method, and the fields of the method. */
export function ConnectDialog({ declaration, source, onClose, onDone }: ConnectDialogProps) {
  const formId = useId();
  const methods = (declaration.service?.signIn ?? []).filter(
    ({ kind }) => kind !== "browser" || hasBrowserSignIn(),
  );
  const [method, setMethod] = useState(methods[0]);
  const { busy, problem, devicePrompt, connect, cancel } = useConnect({ declaration, source, onDone });
  const close = () => {
    if (busy) cancel();
    onClose();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = Object.fromEntries(new FormData(event.currentTarget)) as EnteredFields;
    if (method) connect(method, fields);
  };
  const hosts = formatHosts(serviceHosts(declaration, source?.settings ?? {}));
  return (
    <Dialog
      title={source ? `Sign in to ${declaration.name} again` : `Connect ${declaration.name}`}
      text={`${declaration.description} Atlas talks to ${hosts || "your own server"} and nobody else; what it reads and your sign-in stay in this browser.`}
      onCancel={close}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button tone="primary" type="submit" form={formId} disabled={busy || !method}>
            {busy ? "Signing in…" : (method?.label ?? "Connect")}
          </Button>
        </>
      }
    >
      {methods.length > 1 && (
        <div className={styles.methods}>
          <RadioList
            legend="How to sign in"
            choices={methods.map(({ id, label }) => ({ id, label }))}
            selected={method?.id}
            disabled={busy}
            onSelect={(id) => setMethod(methods.find((candidate) => candidate.id === id))}
          />
        </div>
      )}
      <Form id={formId} onSubmit={submit}>
        {method && <MethodHelp method={method} />}
        {method && needsRedirectUrl(method) && <RedirectUrl vendor={declaration.name} />}
        {method &&
          connectFields(declaration, method, { again: source !== undefined }).map((field) => (
            <FormField
              key={`${method.id} ${field.name}`}
              {...field}
              disabled={busy}
              // Keeps Chrome from storing tokens.
              autoComplete={field.type === "password" ? "new-password" : "off"}
              spellCheck={false}
            />
          ))}
      </Form>
      {devicePrompt && <DeviceCode prompt={devicePrompt} />}
      {problem && <Notice tone="problem">{problem}</Notice>}
    </Dialog>
  );
}

function MethodHelp({ method }: { readonly method: SignInMethod }) {
  const href = method.kind === "token" ? safeUrl(method.createUrl) : undefined;
  return (
    <FormHelp>
      {method.help}{" "}
      {href && (
        <a href={href} target="_blank" rel="noopener noreferrer">
          Make one at {new URL(href).host}
        </a>
      )}
    </FormHelp>
  );
}

/** Hosts as a list in words: "api.github.com and github.com". */
function formatHosts(patterns: readonly string[]): string {
  const hosts = patterns.map((pattern) => pattern.replace(/^\w+:\/\//, "").replace(/\/\*$/, ""));
  return new Intl.ListFormat("en").format(hosts);
}

/** The code of a device sign-in, to be entered at the vendor. */
function DeviceCode({ prompt }: { readonly prompt: DevicePrompt }) {
  const href = safeUrl(prompt.verificationUrl);
  return (
    <div className={styles.device} role="status">
      <p>
        Open{" "}
        <a href={href} target="_blank" rel="noopener noreferrer">
          {href && new URL(href).host}
        </a>{" "}
        and enter this code:
      </p>
      <output className={styles.deviceCode}>{prompt.userCode}</output>
      <p className={styles.deviceHint}>This window goes on by itself once you have.</p>
    </div>
  );
}
