/** Where something stands in a text: line and column, both from 1. */
export type Place = { readonly line: number; readonly column: number }

export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

/**
 * Where the value at a path stands in a JSON text that is known to be valid; the innermost value on the path that exists
 * where the path leads nowhere (a missing field is reported at its object).
 */
export function placeOfPath(text: string, path: readonly PropertyKey[]): Place {
  const scan = new Scan(text)
  scan.skipBlanks()
  for (const step of path) {
    const before = scan.at
    if (!scan.enter(step)) {
      scan.at = before
      break
    }
  }
  return placeAt(text, scan.at)
}

class Scan {
  at = 0
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  skipBlanks(): void {
    while (/\s/.test(this.#text[this.at] ?? '')) this.at++
  }

  /** Moves to the value under a key or index of the object or array at hand; false when there is none. */
  enter(step: PropertyKey): boolean {
    const closing = this.#text[this.at] === '{' ? '}' : this.#text[this.at] === '[' ? ']' : null
    if (closing === null) return false
    this.at++
    for (let index = 0; ; index++) {
      this.skipBlanks()
      if (this.#text[this.at] === closing) return false
      let key: PropertyKey = index
      if (closing === '}') {
        const start = this.at
        this.#skipValue()
        key = JSON.parse(this.#text.slice(start, this.at))
        this.skipBlanks()
        this.at++
        this.skipBlanks()
      }
      if (key === step) return true
      this.#skipValue()
      this.skipBlanks()
      if (this.#text[this.at] === ',') this.at++
    }
  }

  #skipValue(): void {
    let depth = 0
    do {
      const character = this.#text[this.at]
      if (character === '"') this.#skipString()
      else if (character === '{' || character === '[') {
        depth++
        this.at++
      } else if (character === '}' || character === ']') {
        depth--
        this.at++
      } else if (depth === 0) {
        while (this.at < this.#text.length && !/[\s,\]}]/.test(this.#text[this.at] ?? '')) this.at++
      } else this.at++
    } while (depth > 0)
  }

  #skipString(): void {
    this.at++
    while (this.#text[this.at] !== '"') this.at += this.#text[this.at] === '\\' ? 2 : 1
    this.at++
  }
}
