/** The browser's part of a sign-in. */
export interface WebAuth {
  /** Where a vendor redirects to: `https://<id>.chromiumapp.org/`. */
  readonly redirectUrl: string;
  /**
   * Opens the vendor's page and resolves with the address it redirected to. Rejects with SignInError when the person
   * closed the page, or when a page would have to be shown and `interactive` is false.
   */
  launch(url: string, options: { readonly interactive: boolean }): Promise<string>;
  /**
   * A token for the browser's own Google account. Rejects with SignInError when the person declined or the browser is
   * not Chrome.
   */
  browserToken(scopes: readonly string[], options: { readonly interactive: boolean }): Promise<string>;
  /** Removes a token from the browser's cache, so that the next call gets a new one. */
  forgetBrowserToken(token: string): Promise<void>;
}
