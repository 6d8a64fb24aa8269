import { err, ok, type Result } from '@chorus/basics/result'

/** What could not be read, and where: characters count from 1. */
export type NotRead = { readonly at: number; readonly detail: string }

/** A word of a filter; `at` counts characters from 1. `sub` is a dotted name right behind a square bracket. */
export type Word = { readonly at: number; readonly text: string } & (
  | { readonly kind: 'name' | 'mark' | 'sub' }
  | { readonly kind: 'value'; readonly value: string | number }
)

const pattern =
  /\s+|(?<name>[a-z$][\w$:.-]*)|(?<sub>\.[a-z$][\w$-]*)|(?<mark>[()[\]])|(?<text>"(?:[^"\\]|\\.)*")|(?<number>-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)/iy

/** Cuts a filter into words. */
export function wordsOf(text: string): Result<Word[], NotRead> {
  const words: Word[] = []
  let at = 0
  while (at < text.length) {
    pattern.lastIndex = at
    const groups = pattern.exec(text)?.groups
    if (!groups) return err({ at: at + 1, detail: fault(text[at] ?? '') })
    const place = at + 1
    at = pattern.lastIndex
    const read = wordFrom(groups, place)
    if (read === 'malformed') return err({ at: place, detail: 'this text is not written as in JSON' })
    if (read) words.push(read)
  }
  return ok(words)
}

function wordFrom(groups: Record<string, string>, at: number): Word | null | 'malformed' {
  const { name, sub, mark, text, number } = groups
  if (name !== undefined) return { at, kind: 'name', text: name }
  if (sub !== undefined) return { at, kind: 'sub', text: sub }
  if (mark !== undefined) return { at, kind: 'mark', text: mark }
  if (number !== undefined) return { at, kind: 'value', text: number, value: Number(number) }
  if (text === undefined) return null
  const value = textIn(text)
  return value === null ? 'malformed' : { at, kind: 'value', text, value }
}

function textIn(quoted: string): string | null {
  try {
    const value: unknown = JSON.parse(quoted)
    return typeof value === 'string' ? value : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

function fault(character: string): string {
  return character === '"' ? 'a text has no closing quotes' : `"${character}" was not expected here`
}
