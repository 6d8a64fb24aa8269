/**
 * Whose mail comes next: organisations take turns, one mail each, so that a large one holds up no small one. Who has mails waiting is looked up
 * now and then while mails leave, for those of a large one can take hours.
 */
export class Turns {
  readonly #whoHasMail: () => Promise<readonly string[]>
  readonly #lookAfter: number
  #line: readonly string[] = []
  #untilLook = 0
  #looking: Promise<void> | null = null

  /** @param lookAfter so many turns */
  constructor(whoHasMail: () => Promise<readonly string[]>, lookAfter: number) {
    this.#whoHasMail = whoHasMail
    this.#lookAfter = lookAfter
  }

  /** Null when nobody has mails any more. */
  async next(): Promise<string | null> {
    if (this.#untilLook <= 0) this.#looking ??= this.#look()
    await this.#looking
    const [first, ...others] = this.#line
    if (first === undefined) return null
    this.#untilLook -= 1
    this.#line = [...others, first]
    return first
  }

  /** Nothing of it is left to send for now. */
  leave(organisation: string): void {
    this.#line = this.#line.filter((one) => one !== organisation)
  }

  /** Whoever is new comes first. */
  async #look(): Promise<void> {
    try {
      const waiting = await this.#whoHasMail()
      const stay = this.#line.filter((one) => waiting.includes(one))
      this.#line = [...waiting.filter((one) => !stay.includes(one)), ...stay]
      this.#untilLook = this.#lookAfter
    } finally {
      this.#looking = null
    }
  }
}
