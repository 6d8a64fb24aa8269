import { instrument } from '@chorus/contracts/instrument'
import { policyInput } from '@chorus/contracts/policy'
import type { Release } from '@chorus/contracts/publish'
import { publishWave } from '../../../src/publish.ts'
import { snapshotJson } from '../../../src/snapshot.ts'
import { Tally } from '../../../src/tally.ts'
import type { Snapshot, Truth } from '../snapshot-format.ts'

/**
 * The publisher under test, wave after wave as it would run. Attackers see only what comes out. The product publishes no
 * cuts yet; when it does, this is the file that changes.
 */
export function publishOrganisation(truth: Truth, { k = 5 }: { k?: number } = {}): Snapshot {
  const asked = instrumentOf(truth)
  const policy = policyInput.parse({ k })
  const waves: Release['waves'] = []
  for (const { id, people } of truth.waves) {
    const tally = new Tally(
      truth.units.map((unit) => unit.id),
      asked.scales,
    )
    const invited = new Map<string, number>()
    for (const person of people) {
      invited.set(person.unit, (invited.get(person.unit) ?? 0) + 1)
      const answers = person.answers
      if (answers) tally.addById(person.unit, byId(truth.items, answers))
    }
    const wave = { id, closed: null }
    const published = publishWave({ wave, units: truth.units, tally, invited, policy, earlier: waves })
    if (!published.ok) throw new Error(JSON.stringify(published.error))
    waves.push(published.value)
  }
  const units = truth.units.map(({ id, parent }) => ({ id, parent, name: id }))
  const release: Release = { format: 'chorus-release/1', instrument: asked, policy, units, waves }
  return JSON.parse([...snapshotJson(release)].join(''))
}

/** Items of a scale stand together; all others stand alone. */
function instrumentOf({ items, scales = {} }: Truth) {
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

function byId(items: readonly string[], answers: readonly (number | null)[]): Record<string, number | null> {
  return Object.fromEntries(items.map((item, i) => [item, answers[i] ?? null]))
}
