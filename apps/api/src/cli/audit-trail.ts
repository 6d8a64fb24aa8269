import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { ChainedEvent } from '@chorus/contracts/trail-hash'
import { readTrail } from '@chorus/db/stores/audit-trail'
import { z } from 'zod'
import { checkTrail, type TrailFault } from '../trust/check-trail.ts'
import { CommandRefused } from './command-refused.ts'
import { say } from './output.ts'
import { withOrganisation } from './with-organisation.ts'

type Options = { organisation?: string; head?: string; json?: boolean }

/** Checks the trail in the database. @throws CommandRefused with exit code 1 where it does not fit */
export async function checkTrailOfDatabase(options: Options): Promise<void> {
  const head = usableHead(options.head)
  await withOrganisation(options.organisation, async ({ database: { office } }, { id }) =>
    tell(await checkTrail(readTrail(office, id), head), options),
  )
}

/** Checks an export, without any database. @throws CommandRefused with exit code 1 where it does not fit, 2 where it cannot be read */
export async function checkTrailFile(file: string, options: Options): Promise<void> {
  tell(await checkTrail(linesOf(file), usableHead(options.head)), options)
}

function tell(checked: Awaited<ReturnType<typeof checkTrail>>, { head, json }: Options): void {
  if (!checked.ok) throw new CommandRefused(whatItMeans(checked.error))
  const { events } = checked.value
  const contained = head === undefined ? '' : '\nThe head that was noted is in it.'
  const advice =
    head === undefined
      ? '\nWithout --head nobody can tell whether events at the end are missing, or all of it was written anew.'
      : ''
  say(
    json ?? false,
    checked.value,
    `${events} events, each as it was noted.${contained}\nHead: ${checked.value.head || 'none yet'}${advice}`,
  )
}

function whatItMeans(fault: TrailFault): string {
  switch (fault.code) {
    case 'gap':
      return `Event ${fault.number} stands where ${fault.expected} belongs: what was noted between was removed, or numbers were changed.`
    case 'changed':
      return `Event ${fault.number} does not fit: it, or the one before it, is not what was noted. Everything before is as it was.`
    case 'other-organisation':
      return `Event ${fault.number} is of another organisation: two trails were put together.`
    case 'head-missing':
      return `The head that was noted is not among the ${fault.number} events. They fit together, so the trail was cut off or written anew after somebody noted the head; or it is the head of another trail.`
  }
}

const hex = /^[0-9a-f]{64}$/

function usableHead(given: string | undefined): string | undefined {
  const head = given?.trim().toLowerCase()
  if (head !== undefined && !hex.test(head))
    throw new CommandRefused('--head needs the 64 characters (0-9, a-f) that were noted.', 2)
  return head
}

const line = z.object({
  organisation: z.string(),
  number: z.number().int(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  hash: z.string(),
})

async function* linesOf(file: string): AsyncGenerator<ChainedEvent> {
  const input = createReadStream(file)
  const unreadable = new Promise<never>((_, reject) => {
    input.once('error', () => reject(new CommandRefused(`${file} cannot be read. Is the path right?`, 2)))
  })
  await Promise.race([new Promise((resolve) => input.once('open', resolve)), unreadable])
  let number = 0
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (text === '') continue
    yield eventIn(text, `${file}, line ${number}`)
  }
}

function eventIn(text: string, place: string): ChainedEvent {
  try {
    return line.parse(JSON.parse(text))
  } catch {
    throw new CommandRefused(
      `${place} is no event of a trail. What is checked is the export as JSON Lines (audit-trail.jsonl).`,
      2,
    )
  }
}
