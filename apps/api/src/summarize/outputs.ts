import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export type Output = {
  readonly path: string
  readonly content: () => Iterable<string> | AsyncIterable<string>
}

/**
 * Writes all outputs or none: every file first under a temporary name beside its place, then all are renamed. What goes to
 * standard output comes last, when nothing can fail any more.
 */
export async function writeOutputs(outputs: readonly Output[], stdout: NodeJS.WritableStream): Promise<void> {
  const files = outputs.filter((output) => output.path !== '-')
  const parts = files.map(({ path }) => `${path}.${process.pid}.part`)
  try {
    for (const [i, { content }] of files.entries())
      await pipeline(inPieces(content()), createWriteStream(parts[i] ?? ''))
    for (const [i, { path }] of files.entries()) await rename(parts[i] ?? '', path)
  } catch (error) {
    for (const part of parts) await rm(part, { force: true })
    throw error
  }
  for (const { path, content } of outputs)
    if (path === '-') await writeToStdout(Readable.from(inPieces(content())), stdout)
}

/** A reader that has seen enough and goes away (`| head`) is no failure. */
async function writeToStdout(content: Readable, stdout: NodeJS.WritableStream): Promise<void> {
  try {
    await pipeline(content, stdout, { end: false })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error
  }
}

/** Small strings are joined: a write for each cell would take longer than making it. */
async function* inPieces(content: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let piece = ''
  for await (const text of content) {
    piece += text
    if (piece.length < 65_536) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}
