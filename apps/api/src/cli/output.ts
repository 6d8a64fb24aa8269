/** What a command says: a sentence for people, or one JSON document for programs (`--json`). */
export function say(json: boolean, document: unknown, sentence: string): void {
  process.stdout.write(`${json ? JSON.stringify(document) : sentence}\n`)
}

/** What a person must know beside the result; programs find the result alone on standard output. */
export function warn(sentence: string): void {
  process.stderr.write(`${sentence}\n`)
}

/**
 * One line that is written over while long work goes on. Where it cannot be written over, in a log,
 * only what is being done is said, once.
 */
export function progressLine(doing: string): { show: (line: string) => void; end: () => void } {
  const watched = process.stderr.isTTY === true
  let said = false
  return {
    show: (line) => {
      if (watched) process.stderr.write(`\r\u001b[K${doing}: ${line}`)
      else if (!said) process.stderr.write(`${doing} …\n`)
      said = true
    },
    end: () => {
      if (watched) process.stderr.write('\r\u001b[K')
    },
  }
}
