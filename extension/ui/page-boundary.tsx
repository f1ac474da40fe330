import type { ReactNode } from "react";
import { Button } from "./button";
import { ErrorBoundary } from "./error-boundary";
import { Notice } from "./notice";

/** The error boundary of a page: shows the error and a button to reload. */
export function PageBoundary({ children }: { readonly children: ReactNode }) {
  return <ErrorBoundary fallback={(error) => <BrokenPage error={error} />}>{children}</ErrorBoundary>;
}

function BrokenPage({ error }: { readonly error: unknown }) {
  return (
    <main>
      <Notice tone="problem" actions={<Button onClick={() => location.reload()}>Reload</Button>}>
        {`This page cannot be drawn: ${error instanceof Error ? error.message : String(error)}`}
      </Notice>
    </main>
  );
}
