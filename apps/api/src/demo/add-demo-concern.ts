import { randomBytes, randomUUID } from 'node:crypto'
import { evaluateInput } from '@chorus/ballot/ballot-server'
import { toBase64url } from '@chorus/ballot/base64url'
import { writeConcern } from '@chorus/ballot/concern-bytes'
import { concernInfo } from '@chorus/ballot/concern-info'
import { replyPublicKey } from '@chorus/ballot/reply-keys'
import { present } from '@chorus/basics/assert'
import { concernMonthId, trustedId } from '@chorus/contracts/concerns'
import { insertTrustedPerson } from '@chorus/db/stores/trusted-persons'
import { acceptConcern } from '../concerns/accept-concern.ts'
import { currentMonth } from '../concerns/month.ts'
import type { CloseParts } from '../stages/seal/seal-wave.ts'
import { demoConcern, demoTrusted } from './demo-concerns.ts'
import type { DemoPerson } from './demo-people.ts'

const dayMs = 24 * 3_600_000

/** Names the demo's trusted persons, and lets one concern wait for the works council: sent two days ago, through the code that takes real ones. */
export async function addDemoConcern(
  { database, vault }: CloseParts,
  organisation: string,
  people: readonly DemoPerson[],
  personIds: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const idOf = (wanted: (one: DemoPerson) => boolean) =>
    present(personIds.get(present(people.find(wanted), 'somebody of the demo').id), 'the id of a person')
  const ids: string[] = []
  for (const { person, escalation, ...words } of demoTrusted) {
    const id = randomUUID()
    await insertTrustedPerson(database.office, {
      organisation,
      id,
      person: idOf(person),
      escalation: idOf(escalation),
      ...words,
      languages: [...words.languages],
    })
    ids.push(id)
  }
  const sentAt = new Date(now.getTime() - 2 * dayMs)
  const month = await currentMonth({ office: database.office, vault }, organisation, sentAt)
  const { skB } = present(await vault.concerns.read(month.id), 'the keys of a month')
  const input = randomBytes(32)
  // Nobody of the demo waits for an answer: the key is thrown away.
  const replyKey = replyPublicKey(randomBytes(32))
  const accepted = await acceptConcern(
    { urn: database.urn, vault },
    organisation,
    {
      month: concernMonthId.parse(month.id),
      input: toBase64url(input),
      token: toBase64url(evaluateInput(skB, concernInfo(month), input)),
      trusted: trustedId.parse(ids[0]),
      concern: toBase64url(writeConcern({ replyKey, text: demoConcern })),
    },
    sentAt,
  )
  if (!accepted.ok) throw new Error(`the demo's concern was refused: ${accepted.error.code}`)
}
