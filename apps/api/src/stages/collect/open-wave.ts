import { randomUUID } from 'node:crypto'
import { type Cohort, partitionCohorts, releaseUnits } from '@chorus/anonymity/cohorts'
import { canonicalJson } from '@chorus/ballot/canonical-json'
import { fingerprintOf } from '@chorus/ballot/manifest-fingerprint'
import { err, ok, type Result } from '@chorus/basics/result'
import { secureShuffle } from '@chorus/basics/secure-shuffle'
import { type Manifest, manifest as manifestShape } from '@chorus/contracts/collect'
import type { OpenWaveRequest } from '@chorus/contracts/programme'
import type { Office } from '@chorus/db/database'
import { countPeopleByUnit, listMembership, listUnits } from '@chorus/db/stores/organisations'
import type { ProgrammeRow } from '@chorus/db/stores/programmes'
import { insertWave, nextWaveNumber } from '@chorus/db/stores/waves'
import { scalesOfWave } from '@chorus/instruments/rotation'

export type OpenRefused =
  | { code: 'organisation-empty' }
  | { code: 'too-few-people' }
  | { code: 'closes-in-the-past' }
  | { code: 'wave-already-open' }

type CohortWithId = Cohort & { readonly id: string }

/**
 * Opens the programme's next wave: freezes the manifest, files everybody under a cohort of at least k people,
 * and gives each person a new, random place in the cohort's bitmap.
 */
export async function openWave(
  office: Office,
  programme: ProgrammeRow,
  request: OpenWaveRequest,
  now: Date,
): Promise<Result<{ id: string; fingerprint: string }, OpenRefused>> {
  if (new Date(request.closes) <= now) return err({ code: 'closes-in-the-past' })
  const { organisation } = programme
  const units = await listUnits(office, organisation)
  if (units.length === 0) return err({ code: 'organisation-empty' })
  const partition = partitionCohorts(units, await countPeopleByUnit(office, organisation), programme.policy.k)
  if (!partition.ok) return partition
  const cohorts = partition.value.map((cohort) => ({ ...cohort, id: randomUUID() }))
  const number = await nextWaveNumber(office, organisation, programme.id)
  const manifest = freezeManifest(programme, request, { number, cohorts, now })
  const canonical = canonicalJson(manifest)
  const fingerprint = await fingerprintOf(canonical)
  const written = await insertWave(office, {
    wave: {
      organisation,
      id: manifest.wave,
      programme: programme.id,
      number,
      label: request.label,
      opensAt: new Date(manifest.opens),
      closesAt: new Date(manifest.closes),
      manifest: canonical,
      fingerprint,
      units: releaseUnits(units, cohorts),
    },
    cohorts: cohorts.map(({ id, label, unit, size }) => ({ id, label, unit, size })),
    places: placesOf(cohorts, await listMembership(office, organisation)),
  })
  return written.ok ? ok({ id: manifest.wave, fingerprint }) : written
}

/** Times in whole minutes: finer ones would say nothing to a person. */
function freezeManifest(
  programme: ProgrammeRow,
  request: OpenWaveRequest,
  wave: { number: number; cohorts: readonly CohortWithId[]; now: Date },
): Manifest {
  return manifestShape.parse({
    v: 1,
    wave: randomUUID(),
    programme: programme.id,
    label: request.label,
    opens: wholeMinute(wave.now),
    closes: wholeMinute(new Date(request.closes)),
    policy: programme.policy,
    instrument: { id: programme.instrument.id, name: programme.instrument.name },
    scales: scalesOfWave(programme.instrument, wave.number - 1),
    cohorts: wave.cohorts.map(({ id, label, size }) => ({ id, label, size })),
  })
}

function placesOf(
  cohorts: readonly CohortWithId[],
  membership: readonly { person: string; unit: string }[],
): { person: string; cohort: string; slot: number }[] {
  const cohortOf = new Map(cohorts.flatMap((cohort) => cohort.units.map((unit) => [unit, cohort.id])))
  const peopleOf = new Map<string, string[]>()
  for (const { person, unit } of membership) {
    const cohort = cohortOf.get(unit)
    if (cohort === undefined) throw new Error('a unit with people is in no cohort')
    const people = peopleOf.get(cohort) ?? []
    people.push(person)
    peopleOf.set(cohort, people)
  }
  return [...peopleOf].flatMap(([cohort, people]) =>
    secureShuffle(people).map((person, slot) => ({ person, cohort, slot })),
  )
}

function wholeMinute(time: Date): string {
  return new Date(Math.floor(time.getTime() / 60_000) * 60_000).toISOString()
}
