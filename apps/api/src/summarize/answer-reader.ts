import type { Item } from '@chorus/contracts/instrument'

/** Different texts that are kept with their numbers: whole answers always fit, decimals are read again when not. */
const kept = 1000

/**
 * Reads the text of one answer to an item: a number inside its range; NaN for blanks (not answered); Infinity for
 * anything else. Decimals may have a comma where commas do not separate the fields. Answers repeat
 * endlessly, so each text is read once.
 */
export function answerReader(item: Item, decimalComma: boolean): (text: string) => number {
  const known = new Map<string, number>()
  return (text) => {
    const again = known.get(text)
    if (again !== undefined) return again
    const value = read(text.trim(), item, decimalComma)
    if (known.size < kept) known.set(text, value)
    return value
  }
}

function read(text: string, { min, max }: Item, decimalComma: boolean): number {
  if (text === '') return Number.NaN
  const plain = decimalComma ? text.replace(',', '.') : text
  if (!/^[+-]?\d+(\.\d+)?$/.test(plain)) return Number.POSITIVE_INFINITY
  const value = Number(plain)
  return value >= min && value <= max ? value : Number.POSITIVE_INFINITY
}
