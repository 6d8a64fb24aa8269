/**
 * The code of a sheet of paper: 80 random bits in 16 characters of Crockford's alphabet (no I, L, O, U) and one that catches typing
 * errors, in four groups: `XXXX-XXXX-XXXX-XXXXX`. Source of the alphabet: https://www.crockford.com/base32.html
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const dataSymbols = 16
/** Length of the random part in bytes. */
export const sheetCodeBytes = 10

/** The code as it is printed. @param bytes 10 random bytes */
export function writeSheetCode(bytes: Uint8Array): string {
  const symbols = symbolsOf(bytes)
  const text = [...symbols, checkOf(symbols)].map((symbol) => alphabet[symbol]).join('')
  return text.replace(/^(.{4})(.{4})(.{4})(.{5})$/, '$1-$2-$3-$4')
}

/**
 * The bytes of a code as somebody typed it, in any case, with any spaces and hyphens, O for 0, I or L for 1. Null when it cannot be a
 * code: every single wrong character and every two that changed places are noticed.
 */
export function readSheetCode(typed: string): Uint8Array | null {
  const text = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const symbols = [...text].map((character) => alphabet.indexOf(character))
  if (symbols.length !== dataSymbols + 1 || symbols.includes(-1)) return null
  const data = symbols.slice(0, dataSymbols)
  return checkOf(data) === symbols[dataSymbols] ? bytesOf(data) : null
}

/**
 * Weighs each symbol, as an element of GF(32), by another power of a generator; the check symbol itself has the power 0. All weights
 * are there, different and not zero: so a changed symbol changes the sum, and so do two different ones that swap places.
 */
function checkOf(symbols: readonly number[]): number {
  return symbols.reduceRight((sum, symbol) => timesGenerator(sum ^ symbol), 0)
}

/** In GF(32), whose elements are polynomials modulo x^5 + x^2 + 1: times x, which generates all but zero. */
function timesGenerator(element: number): number {
  const doubled = element << 1
  return doubled & 0b100000 ? doubled ^ 0b100101 : doubled
}

function symbolsOf(bytes: Uint8Array): number[] {
  let bits = 0n
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte)
  return Array.from({ length: dataSymbols }, (_, place) =>
    Number((bits >> BigInt(5 * (dataSymbols - 1 - place))) & 31n),
  )
}

function bytesOf(symbols: readonly number[]): Uint8Array {
  let bits = 0n
  for (const symbol of symbols) bits = (bits << 5n) | BigInt(symbol)
  return Uint8Array.from({ length: sheetCodeBytes }, (_, place) =>
    Number((bits >> BigInt(8 * (sheetCodeBytes - 1 - place))) & 255n),
  )
}
