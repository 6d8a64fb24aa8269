import { seededNumbers } from './seeded-numbers.ts'

export type MarkedAnswers = ReadonlyMap<string, Readonly<Record<string, number>>>

/** Answers to every item that nobody else gives: a marker that the judge recognises wherever it turns up. */
export function markedAnswers(
  people: readonly string[],
  items: readonly string[],
  seed: number,
): MarkedAnswers {
  const random = seededNumbers(seed)
  return new Map(
    people.map((person) => [
      person,
      Object.fromEntries(items.map((item) => [item, 1 + Math.floor(random() * 7)])),
    ]),
  )
}

export type Recogniser = {
  /** Whose answers stand in the bytes, in the order in which they stand there, each time they do. */
  readonly inBytes: (bytes: Buffer) => string[]
  readonly inText: (text: string) => string[]
}

/** Fewer items in a row could be chance: 7^6 patterns against some hundred people. */
const fewestItems = 6

/**
 * Finds answers in plain sight: as JSON (however spaced, sorted or quoted, also cut short by a page's end), as PostgreSQL's binary jsonb,
 * as a bare row of digits or of bytes, and any of these in hex.
 */
export function recogniser(items: readonly string[], answers: MarkedAnswers): Recogniser {
  // PostgreSQL keeps the keys of jsonb by length, then by bytes.
  const jsonbOrder = [...items].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
  const orders = [items, [...items].sort(), jsonbOrder]
  const rows = [...answers].map(([person, given]) => ({
    person,
    given,
    digits: orders.map((order) => order.map((item) => given[item]).join('')),
  }))
  const whoGave = (seen: Readonly<Record<string, number>>): string | undefined => {
    const pairs = Object.entries(seen)
    if (pairs.length < fewestItems) return undefined
    const fitting = rows.filter(({ given }) => pairs.every(([item, answer]) => given[item] === answer))
    return fitting.length === 1 ? fitting[0]?.person : undefined
  }
  const whoseDigits = (digits: string): string | undefined => {
    const fitting = rows.filter((row) => row.digits.some((own) => digits.includes(own)))
    return fitting.length === 1 ? fitting[0]?.person : undefined
  }
  const inText = (text: string): string[] => {
    const found: { at: number; person: string | undefined }[] = []
    for (const run of text.matchAll(json)) found.push({ at: run.index, person: whoGave(pairsOf(run[0])) })
    for (const run of text.matchAll(jsonb))
      found.push({ at: run.index, person: whoseDigits(digitsOf(run[0].replace(notDigits, ''))) })
    for (const run of text.matchAll(bareRows))
      if (run[0].length >= items.length) found.push({ at: run.index, person: whoseDigits(digitsOf(run[0])) })
    // Bytes as PostgreSQL writes them into a dump.
    for (const run of text.matchAll(/\\x((?:[0-9a-f]{2}){6,})/g))
      for (const person of inText(Buffer.from(run[1] ?? '', 'hex').toString('latin1')))
        found.push({ at: run.index, person })
    return found.sort((a, b) => a.at - b.at).flatMap(({ person }) => (person === undefined ? [] : [person]))
  }
  return { inText, inBytes: (bytes) => inText(bytes.toString('latin1')) }
}

const pair = '\\\\*"+([\\w.-]+?)\\\\*"+\\s*:\\s*([1-7])(?!\\d)'
const json = new RegExp(`(?:${pair}\\s*,?\\s*){${fewestItems},}`, 'g')
// A number of one digit in jsonb: length 8, short numeric header, the digit; each little-endian.
const beforeDigit = '\x20\0\0\0\0\x80'
const oneToSeven = '[\x01-\x07]'
const jsonb = new RegExp(`(?:${beforeDigit}${oneToSeven}\0){${fewestItems},}`, 'g')
const notDigits = new RegExp(`${beforeDigit}|\0`, 'g')
const bareRows = new RegExp(`[1-7]{${fewestItems},}|${oneToSeven}{${fewestItems},}`, 'g')

function pairsOf(run: string): Record<string, number> {
  return Object.fromEntries(
    [...run.matchAll(new RegExp(pair, 'g'))].map(([, item, answer]) => [item, Number(answer)]),
  )
}

/** Raw bytes 1 to 7 as digits. */
function digitsOf(run: string): string {
  return run.replace(new RegExp(oneToSeven, 'g'), (byte) => String(byte.charCodeAt(0)))
}
