/** Bytes as lines of 16, in hex: how they lie in the table, for eyes. */
export function hexLines(bytes: Uint8Array): string[] {
  const lines: string[] = []
  for (let at = 0; at < bytes.length; at += 16)
    lines.push(
      Array.from(bytes.subarray(at, at + 16), (byte) => byte.toString(16).padStart(2, '0')).join(' '),
    )
  return lines
}
