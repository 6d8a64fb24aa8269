/**
 * The secret of the link, from behind the # (which browsers never send). It is removed from the address at once,
 * so that it stays neither in the history nor on a screen that is shared.
 */
export function takeToken(
  place: Pick<Location, 'hash' | 'pathname'>,
  past: Pick<History, 'replaceState'>,
): string {
  const token = decodeSafely(place.hash.slice(1))
  if (token) past.replaceState(null, '', place.pathname)
  return token
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
