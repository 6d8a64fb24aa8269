/**
 * What stands behind the # of a link (which browsers never send): a secret, a code or a receipt. It is removed from the address at once,
 * so that it stays neither in the history nor on a screen that is shared.
 */
export function takeFragment(
  place: Pick<Location, 'hash' | 'pathname'>,
  past: Pick<History, 'replaceState'>,
): string {
  const text = decodeSafely(place.hash.slice(1))
  if (text) past.replaceState(null, '', place.pathname)
  return text
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
