import { useId } from "react";
import { webAuth } from "../../../platform/web-auth";
import { Button } from "../../../ui/button";
import { Notice } from "../../../ui/notice";
import { useCopy } from "../../../ui/use-copy";
import field from "./form-field.module.css";
import styles from "./redirect-url.module.css";

/** The address that the person's own app at the vendor must name, or the vendor refuses the sign-in. */
export function RedirectUrl({ vendor }: { readonly vendor: string }) {
  const id = useId();
  const { copied, problem, dismiss, copy } = useCopy();
  const url = webAuth.redirectUrl;
  return (
    <div className={field.field}>
      <label htmlFor={id}>Redirect URL to register</label>
      <div className={styles.line}>
        <input
          id={id}
          className={field.entry}
          value={url}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
          aria-describedby={`${id}-help`}
        />
        <Button icon={copied ? "check" : "copy"} onClick={() => copy(url)}>
          {copied ? "Copied" : "Copy"}
        </Button>
      </div>
      <p id={`${id}-help`} className={field.help}>
        {`Enter it at ${vendor} as the redirect URL of your app, exactly as it stands here.`}
      </p>
      {problem && (
        <Notice tone="problem" onDismiss={dismiss}>
          {`Cannot copy the address: ${problem}`}
        </Notice>
      )}
    </div>
  );
}
