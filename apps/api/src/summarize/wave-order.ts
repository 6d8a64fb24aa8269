/** Oldest first: by value when all are dates or all are numbers, else as they first appear. */
export function orderWaves(waves: readonly string[]): string[] {
  if (waves.every(isDate)) return waves.toSorted()
  if (waves.every(isNumber)) return waves.toSorted((a, b) => Number(a) - Number(b))
  return [...waves]
}

/** A wave that is named by a day counts as closed on it. */
export function isDate(wave: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(wave)) return false
  const day = new Date(`${wave}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(wave)
}

function isNumber(wave: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(wave)
}
