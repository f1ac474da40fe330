import { webAuth } from "../../../platform/web-auth";
import { Button } from "../../../ui/button";
import { FormField } from "../../../ui/form-field";
import { Notice } from "../../../ui/notice";
import { useCopy } from "../../../ui/use-copy";

/** The redirect URL that the person's own app at the vendor must register; without it the vendor rejects the sign-in. */
export function RedirectUrl({ vendor }: { readonly vendor: string }) {
  const { copied, problem, dismiss, copy } = useCopy();
  const url = webAuth.redirectUrl;
  return (
    <>
      <FormField
        label="Redirect URL to register"
        help={`Enter it at ${vendor} as the redirect URL of your app, exactly as it stands here.`}
        value={url}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
        button={
          <Button icon={copied ? "check" : "copy"} onClick={() => copy(url)}>
            {copied ? "Copied" : "Copy"}
          </Button>
        }
      />
      {problem && (
        <Notice tone="problem" onDismiss={dismiss}>
          {`Cannot copy the address: ${problem}`}
        </Notice>
      )}
    </>
  );
}
