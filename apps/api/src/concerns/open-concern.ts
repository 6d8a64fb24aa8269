import { type Concern, readConcern, readConcernAnswer } from '@chorus/ballot/concern-bytes'
import { readText } from '@chorus/ballot/padded-text'
import { openBox } from '@chorus/ballot/sealed-box'
import { err, ok, type Result } from '@chorus/basics/result'
import type { OpenedConcern } from '@chorus/contracts/concerns'
import type { ConcernMessageRow, ReadableConcern } from '@chorus/db/stores/concerns'
import type { WaveSecrets } from '../vault/vault.ts'
import { openMessage } from './locked-message.ts'

type Damaged = { code: 'keys-missing' }

/** What a concern says, opened with the keys of its month. @param concern with its box, and the nullifier that it was locked under */
export function openConcern(
  { box, nf }: { readonly box: Buffer; readonly nf: Buffer },
  { skS, Kp }: WaveSecrets,
): Result<Concern, Damaged> {
  const opened = openBox(box, { skS, Kp, nf })
  const concern = opened.ok ? readConcern(opened.value) : null
  return concern === null ? err({ code: 'keys-missing' }) : ok(concern)
}

/** What was said of it, in order. */
export function openMessages(
  messages: readonly ConcernMessageRow[],
  keys: WaveSecrets,
): Result<OpenedConcern['messages'], Damaged> {
  const opened = messages.flatMap(({ id, by, day, locked }): OpenedConcern['messages'] => {
    const bytes = openMessage(id, locked, keys)
    if (!bytes.ok) return []
    if (by === 'sender') {
      const text = readText(bytes.value)
      return text === null ? [] : [{ id, by, day, text, state: null }]
    }
    const answer = readConcernAnswer(bytes.value)
    return answer === null ? [] : [{ id, by, day, text: answer.text, state: answer.state }]
  })
  return opened.length < messages.length ? err({ code: 'keys-missing' }) : ok(opened)
}

/** A concern as it stands in a list. */
export function listed({ id, office, as, readableOn, state, waitingSince, eraseOn }: ReadableConcern) {
  return {
    id,
    office,
    as,
    day: readableOn,
    state,
    waitingSince,
    eraseOn: state === 'closed' ? eraseOn : null,
  }
}
