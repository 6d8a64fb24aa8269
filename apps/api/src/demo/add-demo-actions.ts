import { present } from '@chorus/basics/assert'
import { type ActionCause, actionCause } from '@chorus/contracts/actions'
import { waveId } from '@chorus/contracts/ids'
import type { Closer, Office } from '@chorus/db/database'
import { insertAction } from '@chorus/db/stores/actions'
import { listReleases, type ReleaseHeader } from '@chorus/db/stores/releases'
import { type DemoAction, demoActions, notesOf } from './demo-actions.ts'
import type { DemoPerson } from './demo-people.ts'

const dayMs = 24 * 3_600_000
/** The day of an action that nobody has written about yet: soon after the last results. */
const addedOn = -19

/** Writes what the demo's teams do about their newest published wave. */
export async function addDemoActions(
  { office, closer }: { readonly office: Office; readonly closer: Closer },
  organisation: string,
  people: readonly DemoPerson[],
  personIds: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const newest = present((await listReleases(closer, organisation)).at(-1), 'the newest release of the demo')
  const dayOf = (day: number) =>
    new Date(now.getTime() + day * dayMs).toISOString().slice(0, 'yyyy-mm-dd'.length)
  for (const action of demoActions) {
    const lead = present(
      people.find(({ manages }) => manages.split(' ').includes(action.unit)),
      `who leads ${action.unit}`,
    )
    const owner =
      action.owner === 'lead'
        ? { owner: personIds.get(lead.id) ?? null, ownerName: lead.name }
        : { owner: null, ownerName: action.owner.words }
    const notes = notesOf(action, dayOf)
    await insertAction(office, {
      organisation,
      unit: action.unit,
      title: action.title,
      cause: causeOf(action, newest),
      ...owner,
      due: dayOf(action.due),
      state: action.state,
      notes,
      changed: notes.at(-1)?.on ?? dayOf(addedOn),
      added: dayOf(addedOn),
    })
  }
}

function causeOf({ answers }: DemoAction, { wave, label, instrument }: ReleaseHeader): ActionCause {
  if ('words' in answers) return { kind: 'words', text: answers.words }
  if ('theme' in answers) return { kind: 'theme', wave: waveId.parse(wave), label, theme: answers.theme }
  const scale = present(
    instrument.scales.find(({ id }) => id === answers.scale),
    answers.scale,
  )
  return actionCause.parse({ kind: 'scale', wave, label, scale: scale.id, name: scale.name })
}
