import { randomUUID } from 'node:crypto'
import { partitionCohorts, releaseUnits } from '@chorus/anonymity/cohorts'
import { fallingThresholds } from '@chorus/anonymity/policy'
import { canonicalJson } from '@chorus/ballot/canonical-json'
import { fingerprintOf } from '@chorus/ballot/manifest-fingerprint'
import { err, ok, type Result } from '@chorus/basics/result'
import { commentDimension, type Manifest, manifest as manifestShape } from '@chorus/contracts/collect'
import type { Scale } from '@chorus/contracts/instrument'
import type { Policy } from '@chorus/contracts/policy'
import { policyDifferences } from '@chorus/contracts/policy-differences'
import type { OpenWaveRequest } from '@chorus/contracts/programme'
import type { Office } from '@chorus/db/database'
import { lastImportedNumber } from '@chorus/db/stores/imported-waves'
import { countPeopleByUnit, listMembership, listUnits } from '@chorus/db/stores/organisations'
import type { ProgrammeRow } from '@chorus/db/stores/programmes'
import { type FrozenWave, findNewestWave, insertWave } from '@chorus/db/stores/waves'
import { scalesOfWave } from '@chorus/instruments/rotation'
import { fatigueOf } from '../../programmes/fatigue.ts'
import type { Vault } from '../../vault/vault.ts'
import { freezeCohorts } from './freeze-cohorts.ts'
import { makeWaveKeys } from './make-wave-keys.ts'

export type OpenRefused =
  | { code: 'organisation-empty' }
  | { code: 'too-few-people' }
  | { code: 'closes-in-the-past' }
  | { code: 'wave-already-open' }
  | { code: 'policy-falls' }
  | { code: 'programme-changed' }
  | { code: 'too-many-pulses' }

/**
 * Opens the programme's next wave: makes its keys, freezes the manifest, files everybody under a cohort of at least k people in
 * the unit tree and in each cut, and gives each person a new, random slot in every one of them. The keys are safely in the vault
 * before the wave exists; a crash in between leaves keys that open nothing.
 * @param occurrence of the programme's rhythm that this opens, which is opened once; null where somebody opens it by hand
 */
export async function openWave(
  { office, vault }: { readonly office: Office; readonly vault: Vault },
  programme: ProgrammeRow,
  request: OpenWaveRequest,
  now: Date,
  occurrence: string | null = null,
): Promise<Result<{ id: string; fingerprint: string }, OpenRefused>> {
  if (new Date(request.closes) <= now) return err({ code: 'closes-in-the-past' })
  const { organisation, policy } = programme
  const newest = await findNewestWave(office, organisation, programme.id)
  const before = newest && rulesOf(newest.manifest)
  const policyBefore = before?.policy ?? null
  if (policyBefore && fallingThresholds(policyBefore, policy).length > 0) return err({ code: 'policy-falls' })
  const fatigue = await fatigueOf(office, organisation, now)
  if (fatigue.tooMany) return err({ code: 'too-many-pulses' })
  const units = await listUnits(office, organisation)
  if (units.length === 0) return err({ code: 'organisation-empty' })
  const partition = partitionCohorts(units, await countPeopleByUnit(office, organisation), policy.k)
  if (!partition.ok) return partition
  const number =
    Math.max(newest?.number ?? 0, await lastImportedNumber(office, organisation, programme.id)) + 1
  const scales = scalesOfWave(programme.instrument, number - 1, programme.rotation)
  const tree = releaseUnits(units, partition.value)
  const { cohorts, places, sheets, groups } = freezeCohorts(
    partition.value,
    await listMembership(office, organisation),
    policy,
    { units: tree, scales: policy.comments === true ? scales.length : 0 },
  )
  const { secrets, publicKeys } = makeWaveKeys()
  const manifest = freezeManifest(programme, request, {
    scales,
    cohorts,
    sheets,
    publicKeys,
    now,
    before,
  })
  const canonical = canonicalJson(manifest)
  const fingerprint = await fingerprintOf(canonical)
  await vault.store(manifest.wave, secrets)
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
      units: tree,
    },
    rules: { policy, instrumentId: programme.instrument.id, rotation: programme.rotation },
    cohorts,
    places,
    sheets,
    groups,
    occurrence,
  })
  if (written.ok) return ok({ id: manifest.wave, fingerprint })
  await vault.destroy(manifest.wave)
  return written
}

type RulesBefore = { readonly policy: Policy; readonly instrumentId: string; readonly inTurn: number }

/** Not the whole manifest: that of an earlier version may lack what later ones have. */
function rulesOf(canonical: string): RulesBefore {
  const shape = manifestShape.pick({ policy: true, instrument: true, scales: true })
  const { policy, instrument, scales } = shape.parse(JSON.parse(canonical))
  return { policy, instrumentId: instrument.id, inTurn: inTurn(scales) }
}

/** How many of the scales take turns. */
function inTurn(scales: readonly Scale[]): number {
  return scales.filter(({ role }) => role === 'rotating').length
}

/** Times in whole minutes: finer ones would say nothing to a person. */
function freezeManifest(
  programme: ProgrammeRow,
  request: OpenWaveRequest,
  wave: {
    scales: Scale[]
    cohorts: FrozenWave['cohorts']
    sheets: FrozenWave['sheets']
    publicKeys: Pick<Manifest, 'pkB' | 'pkS' | 'pkR'>
    now: Date
    before: RulesBefore | null
  },
): Manifest {
  const sheetsIn = new Map<string, number>()
  const scaleOf = new Map(wave.scales.map(({ id }, position) => [commentDimension(position), id]))
  for (const { cohort } of wave.sheets) sheetsIn.set(cohort, (sheetsIn.get(cohort) ?? 0) + 1)
  return manifestShape.parse({
    v: 1,
    suite: 'ristretto255-SHA512',
    wave: randomUUID(),
    programme: programme.id,
    label: request.label,
    opens: wholeMinute(wave.now),
    closes: wholeMinute(new Date(request.closes)),
    policy: programme.policy,
    policyBefore:
      wave.before && policyDifferences(wave.before.policy, programme.policy).length > 0
        ? wave.before.policy
        : undefined,
    statementsChanged:
      wave.before &&
      (wave.before.instrumentId !== programme.instrument.id || wave.before.inTurn !== inTurn(wave.scales))
        ? true
        : undefined,
    instrument: { id: programme.instrument.id, name: programme.instrument.name },
    scales: wave.scales,
    ...wave.publicKeys,
    cohorts: wave.cohorts.map(({ id, dimension, label, size }) => ({
      id,
      dimension,
      label,
      size,
      sheets: sheetsIn.get(id),
      scale: scaleOf.get(dimension),
    })),
  })
}

function wholeMinute(time: Date): string {
  return new Date(Math.floor(time.getTime() / 60_000) * 60_000).toISOString()
}
