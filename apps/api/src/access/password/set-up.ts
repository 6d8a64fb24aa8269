import { z } from 'zod'
import type { Parts } from '../../parts.ts'

type Owner = { readonly organisation: string; readonly person: string }

const lifeMilliseconds = 10 * 60_000
const content = z.object({ key: z.string(), endsAt: z.number() })

/** The key of a second factor that is being set up, for its owner to send back: until then nothing is stored. */
export function sealSetUp(parts: Parts, owner: Owner, key: string): string {
  const endsAt = parts.now().getTime() + lifeMilliseconds
  return parts.secrets.seal(purposeOf(owner), JSON.stringify({ key, endsAt })).toString('base64url')
}

/** Null when it is of somebody else, altered, or older than ten minutes. */
export function openSetUp(parts: Parts, owner: Owner, setUp: string): string | null {
  const text = parts.secrets.open(purposeOf(owner), Buffer.from(setUp, 'base64url'))
  if (text === null) return null
  const { key, endsAt } = content.parse(JSON.parse(text))
  return parts.now().getTime() < endsAt ? key : null
}

function purposeOf({ organisation, person }: Owner): string {
  return `set-up of a second factor ${organisation} ${person}`
}
