/** What a command says: a sentence for people, or one JSON document for programs (`--json`). */
export function say(json: boolean, document: unknown, sentence: string): void {
  process.stdout.write(`${json ? JSON.stringify(document) : sentence}\n`)
}

/** One line that is written over while long work goes on; silent when nobody watches. */
export function progressLine(): { show: (line: string) => void; end: () => void } {
  const watched = process.stderr.isTTY === true
  return {
    show: (line) => {
      if (watched) process.stderr.write(`\r\u001b[K${line}`)
    },
    end: () => {
      if (watched) process.stderr.write('\r\u001b[K')
    },
  }
}
