import { present } from '@chorus/basics/assert'
import type { Office } from '@chorus/db/database'
import { insertAction } from '@chorus/db/stores/actions'
import { insertExperiment, setExperimentLesson } from '@chorus/db/stores/experiments'
import { listLessonsOfUnits } from '@chorus/db/stores/lessons'
import type { ProgrammeRow } from '@chorus/db/stores/programmes'
import { measuresToTest } from '../community/experiments/measures-to-test.ts'
import { type DemoExperiment, demoExperiments } from './demo-experiments.ts'
import type { DemoPerson } from './demo-people.ts'
import { demoUnits } from './organisation-data.ts'

const dayMs = 24 * 3_600_000

type Company = {
  readonly people: readonly DemoPerson[]
  readonly personIds: ReadonlyMap<string, string>
  readonly now: Date
}

/** Writes what the demo's teams try, and what they do for it. */
export async function addDemoExperiments(
  office: Office,
  programme: ProgrammeRow,
  company: Company,
): Promise<void> {
  for (const experiment of demoExperiments) await addExperiment(office, programme, company, experiment)
}

async function addExperiment(
  office: Office,
  { organisation, id: programme, instrument }: ProgrammeRow,
  { people, personIds, now }: Company,
  { unit, measure, from, to, criterion, amended, actions, lesson, ...told }: DemoExperiment,
): Promise<void> {
  const dayOf = (day: number) =>
    new Date(now.getTime() + day * dayMs).toISOString().slice(0, 'yyyy-mm-dd'.length)
  const leadOf = (led: string) =>
    present(
      people.find(({ manages }) => manages.split(' ').includes(led)),
      `who leads ${led}`,
    )
  const id = await insertExperiment(office, {
    ...told,
    organisation,
    programme,
    unit,
    unitName: present(
      demoUnits.find(([one]) => one === unit),
      unit,
    )[2],
    owner: personIds.get(leadOf(unit).id) ?? null,
    measure: present(
      measuresToTest(instrument.scales).find((one) => one.id === measure),
      measure,
    ),
    fromDay: dayOf(from),
    toDay: dayOf(to),
    criterion,
    amendments: amended ? [{ ...amended.criterion, on: dayOf(amended.day) }] : [],
  })
  if (lesson) {
    const told = await listLessonsOfUnits(office, organisation, [lesson.unit])
    const found = present(
      told.find(({ title }) => title === lesson.title),
      lesson.title,
    )
    await setExperimentLesson(office, { organisation, id }, found.id)
  }
  for (const { unit: doing, title, owner, due, state, note } of actions) {
    const person =
      owner === 'lead'
        ? leadOf(doing)
        : present(
            people.find((one) => one.id === owner.person),
            owner.person,
          )
    await insertAction(office, {
      organisation,
      unit: doing,
      title,
      cause: { kind: 'experiment', id, title: told.title },
      owner: personIds.get(person.id) ?? null,
      ownerName: person.name,
      due: dayOf(due),
      state,
      notes: [{ on: dayOf(note.day), state, text: note.text }],
      changed: dayOf(note.day),
      added: dayOf(from),
    })
  }
}
