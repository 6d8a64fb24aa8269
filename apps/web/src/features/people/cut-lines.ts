/** Cuts as lines of a text field: "tenure: 0-2 years". */
export function cutLines(cuts: Readonly<Record<string, string>>): string {
  return Object.entries(cuts)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}

/** The cuts of such lines; null when a line has no name or no value, or a name is there twice. Empty lines are passed over. */
export function readCutLines(text: string): Record<string, string> | null {
  const cuts = new Map<string, string>()
  for (const line of text.split('\n').filter((line) => line.trim() !== '')) {
    const [name = '', ...rest] = line.split(':')
    const [key, value] = [name.trim(), rest.join(':').trim()]
    if (key === '' || value === '' || cuts.has(key)) return null
    cuts.set(key, value)
  }
  return Object.fromEntries(cuts)
}
