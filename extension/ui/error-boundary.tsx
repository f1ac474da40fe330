import { Component, type ReactNode } from "react";

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** Rendered in place of children that threw; must not throw itself. */
  readonly fallback: (error: unknown) => ReactNode;
  /** The children are rendered again when this changes. */
  readonly resetKey?: unknown;
}

interface ErrorBoundaryState {
  readonly caught: { readonly error: unknown } | undefined;
  readonly resetKey: unknown;
}

/**
 * Contains errors of rendering, so that the rest of the page stays usable. A class, because React has no hook for it.
 * React logs the error to the console.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { caught: { error } };
  }

  static getDerivedStateFromProps(
    { resetKey }: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): ErrorBoundaryState {
    return Object.is(resetKey, state.resetKey) ? state : { resetKey, caught: undefined };
  }

  override state: ErrorBoundaryState = { resetKey: this.props.resetKey, caught: undefined };

  override render(): ReactNode {
    const { caught } = this.state;
    return caught ? this.props.fallback(caught.error) : this.props.children;
  }
}
