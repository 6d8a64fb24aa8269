import { err, ok, type Result } from '@chorus/basics/result'
import { type AttributePath, type Filter, operators } from './filter.ts'
import { type NotRead, type Word, wordsOf } from './filter-words.ts'

/** The target of a PATCH operation: `members[value eq "…"].display`. */
export type PatchPath = AttributePath & { readonly filter: Filter | null }

/** Longer or deeper ones are refused: nobody writes them, and each costs time. */
const longest = 8000
const deepest = 40

/** Reads a filter (RFC 7644, figure 1). Never throws; names of attributes are not looked up. */
export function parseFilter(text: string): Result<Filter, NotRead> {
  return read(text, (reader) => reader.anyOf(0))
}

/** Reads the path of a PATCH operation (RFC 7644, figure 7). */
export function parsePath(text: string): Result<PatchPath, NotRead> {
  return read(text, (reader) => reader.patchPath())
}

class Refusal extends Error {
  readonly at: number

  constructor(at: number, detail: string) {
    super(detail)
    this.at = at
  }
}

function read<T>(text: string, work: (reader: FilterReader) => T): Result<T, NotRead> {
  if (text.length > longest) return err({ at: longest, detail: `it is longer than ${longest} characters` })
  const words = wordsOf(text)
  if (!words.ok) return words
  const reader = new FilterReader(words.value, text.length + 1)
  try {
    const value = work(reader)
    reader.expectEnd()
    return ok(value)
  } catch (error) {
    if (error instanceof Refusal) return err({ at: error.at, detail: error.message })
    throw error
  }
}

/** One function for each rule of the grammar; `or` binds loosest, then `and`, then `not`. */
class FilterReader {
  readonly #words: readonly Word[]
  readonly #end: number
  #next = 0

  constructor(words: readonly Word[], end: number) {
    this.#words = words
    this.#end = end
  }

  anyOf(depth: number): Filter {
    let left = this.#allOf(depth)
    while (this.#takeName('or')) left = { kind: 'or', left, right: this.#allOf(depth) }
    return left
  }

  patchPath(): PatchPath {
    const path = this.#path()
    if (!this.#takeMark('[')) return { ...path, filter: null }
    if (path.sub !== null) throw this.#refusal('only a whole attribute has a filter in square brackets')
    const filter = this.anyOf(1)
    this.#needMark(']')
    return { ...path, sub: this.#sub(), filter }
  }

  expectEnd(): void {
    const word = this.#words[this.#next]
    if (word) throw this.#refusal(`"${word.text}" was not expected here`)
  }

  #allOf(depth: number): Filter {
    let left = this.#one(depth)
    while (this.#takeName('and')) left = { kind: 'and', left, right: this.#one(depth) }
    return left
  }

  #one(depth: number): Filter {
    if (depth > deepest) throw this.#refusal(`brackets are nested deeper than ${deepest}`)
    const [word, after] = [this.#words[this.#next], this.#words[this.#next + 1]]
    if (word?.kind === 'name' && word.text.toLowerCase() === 'not' && isMark(after, '(')) {
      this.#next += 1
      return { kind: 'not', inner: this.#inBrackets(depth) }
    }
    if (isMark(word, '(')) return this.#inBrackets(depth)
    const path = this.#path()
    if (!this.#takeMark('[')) return this.#compared(path)
    if (path.sub !== null) throw this.#refusal('only a whole attribute has a filter in square brackets')
    const inner = this.anyOf(depth + 1)
    this.#needMark(']')
    const sub = this.#sub()
    if (sub === null) return { kind: 'within', path, inner }
    // Not in the RFC, but sent: emails[type eq "work"].value eq "x".
    const right = this.#compared({ schema: null, name: sub, sub: null })
    return { kind: 'within', path, inner: { kind: 'and', left: inner, right } }
  }

  #inBrackets(depth: number): Filter {
    this.#needMark('(')
    const inner = this.anyOf(depth + 1)
    this.#needMark(')')
    return inner
  }

  #compared(path: AttributePath): Filter {
    const word = this.#words[this.#next]
    const said = word?.kind === 'name' ? word.text.toLowerCase() : ''
    if (said === 'pr') {
      this.#next += 1
      return { kind: 'present', path }
    }
    const operator = operators.find((one) => one === said)
    if (!operator) throw this.#refusal(`one of ${operators.join(', ')} or pr is missing`)
    this.#next += 1
    return { kind: 'compare', path, operator, value: this.#value() }
  }

  #value() {
    const word = this.#words[this.#next]
    if (word?.kind === 'value') {
      this.#next += 1
      return word.value
    }
    const said = word?.kind === 'name' ? word.text.toLowerCase() : ''
    const literal = literals.get(said)
    if (literal === undefined)
      throw this.#refusal('a value is missing: a text in double quotes, a number, true, false or null')
    this.#next += 1
    return literal
  }

  #path(): AttributePath {
    const word = this.#words[this.#next]
    if (word?.kind !== 'name') throw this.#refusal('the name of an attribute is missing')
    const [, schema, name, sub] = pathPattern.exec(word.text) ?? []
    if (name === undefined) throw this.#refusal(`"${word.text}" is not the name of an attribute`)
    this.#next += 1
    return { schema: schema ?? null, name, sub: sub ?? null }
  }

  /** `.value` behind a square bracket. */
  #sub(): string | null {
    const word = this.#words[this.#next]
    if (word?.kind !== 'sub') return null
    this.#next += 1
    return word.text.slice(1)
  }

  #takeName(name: string): boolean {
    const word = this.#words[this.#next]
    if (word?.kind !== 'name' || word.text.toLowerCase() !== name) return false
    this.#next += 1
    return true
  }

  #takeMark(mark: string): boolean {
    if (!isMark(this.#words[this.#next], mark)) return false
    this.#next += 1
    return true
  }

  #needMark(mark: string): void {
    if (!this.#takeMark(mark)) throw this.#refusal(`"${mark}" is missing`)
  }

  #refusal(detail: string): Refusal {
    return new Refusal(this.#words[this.#next]?.at ?? this.#end, detail)
  }
}

/** The last colon ends the schema; a schema has dots of its own ("2.0"). */
const pathPattern = /^(?:(urn:.+):)?([a-z$][\w$-]*)(?:\.([a-z$][\w$-]*))?$/i

const literals: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])

function isMark(word: Word | undefined, mark: string): boolean {
  return word?.kind === 'mark' && word.text === mark
}
