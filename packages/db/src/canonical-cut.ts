/** One spelling for one cut, as a key: {"location":"Berlin","tenure":"0-2"}; "{}" for everybody. */
export function canonicalCut(cut: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(cut).sort(([a], [b]) => (a < b ? -1 : 1))))
}
