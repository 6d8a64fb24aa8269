import { randomUUID } from 'node:crypto'
import type { Cohort } from '@chorus/anonymity/cohorts'
import { present } from '@chorus/basics/assert'
import { secureShuffle } from '@chorus/basics/secure-shuffle'
import { unitDimension } from '@chorus/contracts/collect'
import type { Policy } from '@chorus/contracts/policy'
import type { FrozenWave } from '@chorus/db/stores/waves'
import { cutCohorts } from './cut-cohorts.ts'

type Member = {
  readonly person: string
  readonly unit: string
  readonly cuts: Readonly<Record<string, string>>
}

/** Everybody's cohort in the unit tree and in each cut, with a new, random slot in every one of them. */
export function freezeCohorts(
  units: readonly Cohort[],
  membership: readonly Member[],
  { k, cuts }: Pick<Policy, 'k' | 'cuts'>,
): Pick<FrozenWave, 'cohorts' | 'places'> {
  const inUnits = new Map<Cohort, string[]>(units.map((cohort) => [cohort, []]))
  const cohortOf = new Map(units.flatMap((cohort) => cohort.units.map((unit) => [unit, cohort])))
  for (const { person, unit } of membership) {
    const cohort = present(cohortOf.get(unit), 'the cohort of a unit with people')
    inUnits.get(cohort)?.push(person)
  }
  const groups = [
    ...[...inUnits].map(([{ label, unit }, people]) => ({ dimension: unitDimension, label, unit, people })),
    ...[...new Set(cuts)]
      .filter((cut) => cut !== unitDimension)
      .flatMap((cut) =>
        cutCohorts(cut, membership, k).map(({ label, people }) => ({
          dimension: cut,
          label,
          unit: null,
          people,
        })),
      ),
  ].map((group) => ({ id: randomUUID(), ...group }))
  return {
    cohorts: groups.map(({ people, ...cohort }) => ({ ...cohort, size: people.length })),
    // Groups and people in random order: the rows of the roster are read by whoever holds the database.
    places: secureShuffle(groups).flatMap(({ id, dimension, people }) =>
      secureShuffle([...people]).map((person, slot) => ({ person, dimension, cohort: id, slot })),
    ),
  }
}
