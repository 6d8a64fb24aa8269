const most = 80

/** Thanks have no title: they are called by how they begin. */
export function titleOf({ did }: { readonly did: string }): string {
  const line = did.replace(/\s+/g, ' ').trim()
  if ([...line].length <= most) return line
  const start = [...line].slice(0, most).join('')
  return `${start.replace(/ \S*$/, '')}…`
}
