/** Where progress goes: standard error, and only when somebody looks at it. */
export type ProgressStream = { readonly isTTY?: boolean; write(text: string): unknown }

/** Shows how far a long reading is, at most five times a second, on one line that is cleared at the end. */
export class Progress {
  readonly #stream: ProgressStream
  readonly #total: number
  #read = 0
  #shownAt = 0

  constructor(stream: ProgressStream, totalBytes: number) {
    this.#stream = stream
    this.#total = totalBytes
  }

  readonly add = (bytes: number): void => {
    this.#read += bytes
    if (!this.#stream.isTTY || Date.now() - this.#shownAt < 200) return
    this.#shownAt = Date.now()
    const share = this.#total > 0 ? `, ${Math.floor((100 * this.#read) / this.#total)} %` : ''
    this.#stream.write(`\r${(this.#read / 1e6).toFixed(1)} MB of responses read${share} `)
  }

  end(): void {
    if (this.#shownAt > 0) this.#stream.write('\r\u001B[2K')
  }
}
