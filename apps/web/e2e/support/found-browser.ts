/** A Chromium that can be started, and what it needs in its environment. */
export interface FoundBrowser {
  readonly executablePath: string
  readonly env?: Readonly<Record<string, string>>
}
