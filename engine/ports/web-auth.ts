/** The browser's part in signing in. */
export interface WebAuth {
  /** Where a vendor sends the person back to: `https://<id>.chromiumapp.org/`. */
  readonly redirectUrl: string;
  /**
   * Opens the vendor's page and resolves with the address it redirected to. Rejects with SignInError when the
   * person closed it or, not `interactive`, when a page would have had to be shown.
   */
  launch(url: string, options: { readonly interactive: boolean }): Promise<string>;
  /** A token for the browser's own Google account. SignInError when declined or when this is not Chrome. */
  browserToken(scopes: readonly string[], options: { readonly interactive: boolean }): Promise<string>;
  /** Drops a token the browser has cached, so that the next is a new one. */
  forgetBrowserToken(token: string): Promise<void>;
}
