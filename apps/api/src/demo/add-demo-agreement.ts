import { present } from '@chorus/basics/assert'
import type { Office } from '@chorus/db/database'
import { proposeVersion, putInForce, signVersion } from '@chorus/db/stores/agreements'
import { isBelow } from './climate-model.ts'
import { demoAgreement } from './demo-agreement.ts'
import type { DemoPerson } from './demo-people.ts'
import { demoUnits } from './organisation-data.ts'

const dayMs = 24 * 3_600_000

/** Writes the agreement of a team in its versions. @param reader whose reading is still missing: the person who tries the demo */
export async function addDemoAgreement(
  office: Office,
  organisation: string,
  people: readonly DemoPerson[],
  personIds: ReadonlyMap<string, string>,
  { reader, now }: { readonly reader: string; readonly now: Date },
): Promise<void> {
  const { unit, versions } = demoAgreement
  const unitName = present(
    demoUnits.find(([id]) => id === unit),
    unit,
  )[2]
  const team = people.filter((person) => isBelow(person.unit, unit))
  const idOf = (person: DemoPerson | undefined) =>
    present(personIds.get(present(person, `a person of ${unit}`).id), 'a person of the demo')
  const dayOf = (days: number) =>
    new Date(now.getTime() + days * dayMs).toISOString().slice(0, 'yyyy-mm-dd'.length)
  for (const { proposed, decided, proposer, read, texts } of versions) {
    const id = await proposeVersion(office, {
      organisation,
      unit,
      unitName,
      texts,
      proposedBy: idOf(team[proposer]),
      proposedOn: dayOf(proposed),
    })
    await putInForce(office, { organisation, id, unit }, { by: idOf(team[0]), on: dayOf(decided) })
    for (const person of team.filter(({ email }) => email !== reader).slice(0, read))
      await signVersion(office, { organisation, version: id, person: idOf(person), on: dayOf(decided + 2) })
  }
}
