import { smallTeamsOf } from '@chorus/anonymity/cohorts'
import type { Office } from '@chorus/db/database'
import { type NamedUnit, unitChain } from '@chorus/db/stores/unit-chain'
import type { SignedIn } from '../../http/permission.ts'
import { ProblemError } from '../../http/problem.ts'
import { mayReadActions, mayWriteActions, placesOf } from './action-rights.ts'

/** The unit that somebody asks for, if its actions are theirs to read, or to write. */
export function actingUnits(office: Office) {
  return { readableChain, writableUnit }

  /** The unit and those above it. A group of small teams stands for the unit above it: groups change from wave to wave. */
  async function readableChain(reader: SignedIn, asked: string): Promise<[NamedUnit, ...NamedUnit[]]> {
    const chainOf = (id: string) => unitChain(office, reader.organisation, id)
    const isGroup = asked.endsWith(smallTeamsOf(''))
    const [own, above] = await Promise.all([
      chainOf(asked),
      isGroup ? chainOf(asked.slice(0, -smallTeamsOf('').length)) : [],
    ])
    const [unit, ...rest] = own.length > 0 ? own : above
    const places = await Promise.all(placesOf(reader).map(async (id) => idsOf(await chainOf(id))))
    if (!unit || !mayReadActions(reader, idsOf([unit, ...rest]), places))
      throw new ProblemError('unknown-unit')
    return [unit, ...rest]
  }

  async function writableUnit(reader: SignedIn, asked: string): Promise<NamedUnit> {
    const chain = await readableChain(reader, asked)
    if (!mayWriteActions(reader, idsOf(chain))) throw new ProblemError('not-allowed')
    return chain[0]
  }
}

export function idsOf(units: readonly NamedUnit[]): string[] {
  return units.map(({ id }) => id)
}
