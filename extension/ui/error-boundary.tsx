import { Component, type ReactNode } from "react";

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** What is drawn instead of children that threw; kept to what cannot throw itself. */
  readonly fallback: (error: unknown) => ReactNode;
  /** The children are drawn anew when this changes. */
  readonly resetKey?: unknown;
}

interface ErrorBoundaryState {
  readonly caught: { readonly error: unknown } | undefined;
  readonly resetKey: unknown;
}

/**
 * Keeps what is outside alive when something inside cannot be drawn. A class, because React offers nothing else for
 * it. React itself writes the error to the page's console.
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
