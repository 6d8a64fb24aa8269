import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { type Transcript, transcriptParts, wrongPartOf } from '@chorus/ballot/transcript'
import { z } from 'zod'
import { CommandRefused } from './command-refused.ts'
import { say } from './output.ts'

/** Checks runs of the protocol that another implementation made; names those that do not hold, counted from 0. */
export async function ballotVerify(file: string, { json = false }: { json?: boolean }): Promise<void> {
  const transcripts = parse(await read(file), file)
  const wrong = transcripts.flatMap((transcript, index) => {
    const part = wrongPartOf(transcript)
    return part ? [{ index, part }] : []
  })
  const held = `${transcripts.length - wrong.length} of ${transcripts.length} transcripts hold.`
  const list = wrong.map(({ index, part }) => `\n${index}: ${part} does not follow`)
  say(json, { count: transcripts.length, wrong }, held + list.join(''))
  if (wrong.length > 0) process.exitCode = 1
}

async function read(file: string): Promise<string> {
  if (file === '-') return text(process.stdin)
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new CommandRefused(`${file} cannot be read`, 2)
  }
}

function parse(source: string, file: string): Transcript[] {
  const name = file === '-' ? 'The input' : file
  const parsed = transcriptList.safeParse(attemptJson(source, name))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const place = issue?.path.length ? `${issue.path.join('.')}: ` : ''
  throw new CommandRefused(
    `${name} is no list of transcripts. ${place}${issue?.message}. Each has ${transcriptParts.join(', ')}.`,
    2,
  )
}

function attemptJson(source: string, name: string): unknown {
  try {
    return JSON.parse(source)
  } catch {
    throw new CommandRefused(`${name} is no JSON`, 2)
  }
}

const hex = (bytes: number) =>
  z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`), `${bytes} bytes in lower-case hex`)
// RFC 9497, section 1.2: inputs have at most 2^16 - 1 bytes.
const anyHex = z
  .string()
  .max(2 * 65_535)
  .regex(/^(?:[0-9a-f]{2})*$/, 'lower-case hex')
const transcriptList = z.array(
  z.object({
    sk: hex(32),
    pk: hex(32),
    info: anyHex,
    input: anyHex,
    blind: hex(32),
    blinded: hex(32),
    evaluated: hex(32),
    proof: hex(64),
    output: hex(64),
  }),
)
