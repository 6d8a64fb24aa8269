import { randomUUID } from 'node:crypto'
import type { Cohort } from '@chorus/anonymity/cohorts'
import { commentCohorts } from '@chorus/anonymity/comment-cohorts'
import { present } from '@chorus/basics/assert'
import { secureShuffle } from '@chorus/basics/secure-shuffle'
import { commentDimension, isCut, unitDimension } from '@chorus/contracts/collect'
import type { Policy } from '@chorus/contracts/policy'
import type { ReleasedUnit } from '@chorus/contracts/publish'
import type { FrozenWave } from '@chorus/db/stores/waves'
import { type CutCohort, cutCohorts } from './cut-cohorts.ts'

type Member = {
  readonly person: string
  readonly unit: string
  readonly cuts: Readonly<Record<string, string>>
  readonly channel: 'online' | 'paper'
}

type Group = {
  readonly dimension: string
  readonly label: string
  readonly unit: string | null
  /** People with a place of their own. */
  readonly people: readonly string[]
  /** Places that belong to sheets of paper. */
  readonly sheets: number
  /** People who were marked as answering on paper. */
  readonly paper: number
}

/**
 * Everybody's cohort in the unit tree and in each cut, with a new, random slot in every one of them. Where at least k people of a
 * cohort answer on paper, sheets get their slots: a sheet belongs to nobody, so these people are in no cut. From a bowl of fewer
 * sheets it could be guessed who has which: then they are invited online like everybody else.
 *
 * Each scale's comments have cohorts of their own, of the same people in each of them, who are at least as many as a list of comments needs.
 * @param commented the tree that comments are filed in, and how many scales take them
 */
export function freezeCohorts(
  units: readonly Cohort[],
  membership: readonly Member[],
  { k, cuts, commentK }: Pick<Policy, 'k' | 'cuts' | 'commentK'>,
  commented: { readonly units: readonly ReleasedUnit[]; readonly scales: number },
): Pick<FrozenWave, 'cohorts' | 'places' | 'sheets' | 'groups'> {
  const inUnits = new Map<Cohort, Member[]>(units.map((cohort) => [cohort, []]))
  const cohortOf = new Map(units.flatMap((cohort) => cohort.units.map((unit) => [unit, cohort])))
  for (const member of membership)
    inUnits.get(present(cohortOf.get(member.unit), 'the cohort of a unit with people'))?.push(member)
  const unitGroups = [...inUnits].map(([{ label, unit }, members]) => unitGroup({ label, unit }, members, k))
  const withPlace = new Set(unitGroups.flatMap(({ people }) => people))
  const online = membership.filter(({ person }) => withPlace.has(person))
  const cutGroups = [...new Set(cuts)]
    .filter(isCut)
    .flatMap((cut) => cutCohorts(cut, online, k).map((group) => cutGroup(cut, group)))
  const comments = commentGroups(commented, unitGroups, commentK)
  const groups = [...unitGroups, ...cutGroups, ...comments].map((group) => ({ id: randomUUID(), ...group }))
  // Groups and people in random order: the rows of the roster are read by whoever holds the database.
  const slots = secureShuffle([...groups]).flatMap(({ id, dimension, people, sheets }) =>
    secureShuffle([...people, ...Array.from({ length: sheets }, () => null)]).map((person, slot) => ({
      person,
      dimension,
      cohort: id,
      slot,
    })),
  )
  return {
    cohorts: groups.map(({ people, sheets, ...cohort }) => ({ ...cohort, size: people.length + sheets })),
    places: slots.flatMap(({ person, ...place }) => (person === null ? [] : [{ person, ...place }])),
    sheets: slots.flatMap(({ person, cohort, slot }) => (person === null ? [{ cohort, slot }] : [])),
    groups: [...inUnits].flatMap(([{ unit }, members]) => members.map(({ person }) => ({ person, unit }))),
  }
}

function unitGroup(
  { label, unit }: Pick<Cohort, 'label' | 'unit'>,
  members: readonly Member[],
  k: number,
): Group {
  const paper = members.filter(({ channel }) => channel === 'paper').length
  const sheets = paper >= k ? paper : 0
  const people = members.filter(({ channel }) => sheets === 0 || channel === 'online')
  return { dimension: unitDimension, label, unit, people: people.map(({ person }) => person), sheets, paper }
}

function cutGroup(cut: string, { label, people }: CutCohort): Group {
  return { dimension: cut, label, unit: null, people, sheets: 0, paper: 0 }
}

/** Sheets take no comments, so they count for nobody here. */
function commentGroups(
  { units, scales }: Parameters<typeof freezeCohorts>[3],
  unitGroups: readonly Group[],
  commentK: number,
): Group[] {
  if (scales === 0) return []
  const peopleOf = new Map<string, readonly string[]>()
  const labelOf = new Map<string, string>()
  for (const { unit, people, label } of unitGroups) {
    if (unit === null) continue
    peopleOf.set(unit, people)
    labelOf.set(unit, label)
  }
  const named = units.map((unit) => ({ ...unit, name: labelOf.get(unit.id) ?? unit.name }))
  const sizes = new Map([...peopleOf].map(([unit, people]) => [unit, people.length]))
  const cohorts = commentCohorts(named, sizes, commentK)
  return Array.from({ length: scales }, (_, position) =>
    cohorts.map(({ unit, label, from }) => ({
      dimension: commentDimension(position),
      label,
      unit,
      people: from.flatMap((one) => peopleOf.get(one) ?? []),
      sheets: 0,
      paper: 0,
    })),
  ).flat()
}
