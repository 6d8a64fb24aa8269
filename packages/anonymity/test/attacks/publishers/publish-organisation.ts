import { instrument, type Scale } from '@chorus/contracts/instrument'
import { policyInput } from '@chorus/contracts/policy'
import { GroupTally } from '../../../src/group-tally.ts'
import { publishWave } from '../../../src/publish.ts'
import type { EarlierWave, PublishInput } from '../../../src/publish-input.ts'
import { snapshotJson } from '../../../src/snapshot.ts'
import type { Person, Snapshot, Truth } from '../snapshot-format.ts'

/**
 * The publisher under test, wave after wave as it would run, with every cut of the truth in its order, and the crossing of the first
 * two where that is asked for. Attackers see only what comes out.
 */
export async function publishOrganisation(
  truth: Truth,
  {
    k = 5,
    crossed = false,
    stayed = 'unknown',
  }: { k?: number; crossed?: boolean; stayed?: 'unknown' | 'invited to both' | 'answered both' } = {},
): Promise<Snapshot> {
  const asked = instrumentOf(truth)
  const cuts = Object.keys(truth.cuts)
  const crossings = crossed && cuts.length >= 2 ? [cuts.slice(0, 2)] : []
  const policy = policyInput.parse({ k, cuts, crossings })
  const published: EarlierWave[] = []
  for (const { id, people } of truth.waves) {
    const counts = countAnswers(truth, asked.scales, people)
    const invited = people.map((person) => ({
      unit: person.unit,
      cut: Object.fromEntries(cuts.map((name) => [name, person.cut[name] ?? ''])),
      people: 1,
    }))
    const wave = { id, closed: null }
    const input = {
      wave,
      units: truth.units,
      counts,
      invited,
      policy,
      earlier: published,
      ...(stayed !== 'unknown' && { stayed: stayedUntil(truth, id, stayed) }),
    }
    const result = publishWave(input)
    if (!result.ok) throw new Error(JSON.stringify(result.error))
    published.push(result.value)
  }
  const units = truth.units.map(({ id, parent }) => ({ id, parent, name: id }))
  const frame = { instrument: asked, policy, units }
  let json = ''
  for await (const part of snapshotJson(
    frame,
    published.map(({ wave }) => ({ ...frame, id: wave.id, read: () => wave })),
  ))
    json += part
  return JSON.parse(json)
}

/** Who was in a wave and in each one before it, in numbers. */
function stayedUntil(
  { waves }: Truth,
  id: string,
  known: 'invited to both' | 'answered both',
): NonNullable<PublishInput['stayed']> {
  const now = waves.findIndex((wave) => wave.id === id)
  const inside = (wave: Truth['waves'][number] | undefined) =>
    new Map(
      wave?.people
        .filter(({ answers }) => known === 'invited to both' || answers !== null)
        .map((person) => [person.pid, person]),
    )
  const here = inside(waves[now])
  return new Map(
    waves.slice(0, now).map((wave) => [
      wave.id,
      [...inside(wave)].flatMap(([pid, { unit, cut }]) => {
        const same = here.get(pid)
        return same ? [{ before: { unit, cut }, now: { unit: same.unit, cut: same.cut }, people: 1 }] : []
      }),
    ]),
  )
}

/** The answers of these people in finest groups, as the publisher is given them. */
export function countAnswers(truth: Truth, scales: readonly Scale[], people: readonly Person[]): GroupTally {
  const cuts = Object.keys(truth.cuts)
  const counts = new GroupTally(
    truth.units.map((unit) => unit.id),
    scales,
    cuts,
  )
  const { items } = counts.tally
  for (const { unit, cut, answers } of people) {
    if (!answers) continue
    const given = new Map(truth.items.map((item, i) => [item, answers[i] ?? null]))
    counts.add(
      counts.unitNumber(unit) ?? -1,
      items.map((item) => given.get(item.id) ?? Number.NaN),
      cuts.map((name) => cut[name] ?? ''),
    )
  }
  return counts
}

/** Items of a scale stand together; all others stand alone. */
export function instrumentOf({ items, scales = {} }: Truth) {
  const inScales = new Set(Object.entries(scales).flatMap(([scale, members]) => [scale, ...members]))
  const asItem = (id: string) => ({ id, text: { en: 'An item.' } })
  const alone = items.filter((item) => !inScales.has(item)).map(asItem)
  return instrument.parse({
    id: 'attacked',
    name: 'Attacked',
    scales: [
      ...Object.entries(scales).map(([id, members]) => ({
        id,
        name: id,
        role: 'core',
        items: members.map(asItem),
      })),
      ...(alone.length > 0 ? [{ id: 'alone', name: 'Alone', role: 'outcome', items: alone }] : []),
    ],
  })
}
