import { randomBytes } from 'node:crypto'
import { sealBox } from '@chorus/ballot/sealed-box'
import { present } from '@chorus/basics/assert'
import type { Scale } from '@chorus/contracts/instrument'
import { type MyStored, myStored } from '@chorus/contracts/stored'
import { listStoredFeedback } from '@chorus/db/stores/feedback-rows'
import { listPlaces, type OpenInvitation } from '@chorus/db/stores/invitations'
import { findLastGroups, findOwnRow } from '@chorus/db/stores/own-row'
import type { SignedIn } from '@chorus/db/stores/sessions'
import type { Parts } from '../../parts.ts'
import { writeBoxed } from './boxed-answers.ts'
import { collectKeysOf } from './wave-keys.ts'
import { readManifest } from './wave-questions.ts'

/** The very rows that are stored about the person who asks: one entry for each place the person has in a wave. */
export async function describeMyStored(parts: Parts, signedIn: SignedIn): Promise<MyStored> {
  const { organisation, person, endsOn } = signedIn
  const row = present(await findOwnRow(parts.database.office, signedIn), 'the row of a signed-in person')
  const lastGroups = await findLastGroups(parts.database.office, { organisation, person: person.id })
  const waves = []
  for (const { wave, places } of await listPlaces(parts.database.issuer, {
    organisation,
    person: person.id,
  })) {
    const box = await exampleBox(parts, wave)
    const { manifest, scaleOf } = readManifest(wave)
    const names = new Map<string, Scale['name']>(manifest.scales.map(({ id, name }) => [id, name]))
    for (const { cohort, label, size, slot, page, bit, tag } of places)
      waves.push({
        wave: wave.id,
        label: wave.label,
        cohort: { label, size },
        comments: names.get(scaleOf.get(cohort) ?? '') ?? null,
        slot,
        page,
        bit,
        tag: bit ? tag.toString('base64url') : null,
        exampleBox: box,
        session: { endsOn },
      })
  }
  const feedback = await listStoredFeedback(parts.database.office, { organisation, person: person.id })
  return myStored.parse({ waves, person: { ...row, lastGroups }, feedback })
}

/**
 * A box of the kind that lies in the urn, made for this page and stored nowhere. A real one would tell whoever asks
 * again and again how many there are.
 */
async function exampleBox(parts: Parts, wave: OpenInvitation['wave']): Promise<string | null> {
  const keys = await collectKeysOf(parts.vault, wave.id)
  if (keys === null) return null
  const { manifest, pkS } = readManifest(wave)
  const items = manifest.scales.flatMap((scale) => scale.items)
  const answers = Object.fromEntries(items.map((item) => [item.id, item.min]))
  const plaintext = writeBoxed({ input: randomBytes(32), token: randomBytes(64), answers })
  return Buffer.from(sealBox(plaintext, { pkS, Kp: keys.Kp, nf: randomBytes(32) })).toString('base64url')
}
