import type { Scale } from '@chorus/contracts/instrument'
import type { DemoPerson } from './demo-people.ts'
import { demoUnits } from './organisation-data.ts'
import { SeededRandom } from './seeded-random.ts'

const parentOf = new Map(demoUnits.map(([id, parent]) => [id, parent]))

/** Whether this person takes part in this wave: some nearly always do, some hardly ever. */
export function takesPart(person: DemoPerson, waveNumber: number): boolean {
  const habit = new SeededRandom(`habit ${person.id}`).uniform()
  const share = 0.55 + 0.45 * habit
  return new SeededRandom(`mood ${person.id} ${waveNumber}`).uniform() < share
}

/** What this person answers in this wave: item id -> 1..7, now and then null. */
export function demoAnswers(
  person: DemoPerson,
  waveNumber: number,
  scales: readonly Scale[],
): Record<string, number | null> {
  const random = new SeededRandom(`answers ${person.id} ${waveNumber}`)
  const outlook = new SeededRandom(`outlook ${person.id}`).normal() * 0.55
  const answers: Record<string, number | null> = {}
  for (const scale of scales) {
    const level = climateOf(person, scale.id, waveNumber) + outlook
    for (const item of scale.items) {
      const high = Math.min(7, Math.max(1, Math.round(level + random.normal() * 0.85)))
      const skipped = random.uniform() < 0.006
      answers[item.id] = skipped ? null : item.reversed ? 8 - high : high
    }
  }
  return answers
}

/**
 * The climate a person lives in: its unit's level, and what happened to it.
 * Engineering was reorganised before wave 5 and took three waves to recover; in Platform people did not dare to speak up for longer, until
 * wave 9, when releases had been looked at without blame for a while; Support came up from a low start;
 * Firmware is split in two halves that do not agree; everybody else is steady.
 */
function climateOf(person: DemoPerson, scale: string, waveNumber: number): number {
  const unit = person.unit
  const level = 4.9 + new SeededRandom(`level ${unit}`).normal() * 0.4
  const flavour = new SeededRandom(`flavour ${unit} ${scale}`).normal() * 0.2
  if (unit === 'support') return 3.3 + 0.28 * Math.min(waveNumber, 9) + flavour
  if (unit === 'firmware') return (Number(person.id.slice(1)) % 2 === 0 ? 6.1 : 2.9) + flavour
  const dip = isBelow(unit, 'engineering') ? ([0, 0, 0, 0, -1.1, -0.9, -0.5, -0.2][waveNumber - 1] ?? 0) : 0
  const silent = scale === 'psychological-safety' && isBelow(unit, 'platform')
  const after = silent ? ([0, 0, 0, 0, 0, 0, -0.5, -0.8, 0.1][waveNumber - 1] ?? 0.1) : 0
  return level + flavour + dip + after
}

/** Whether a unit is another one, or lies below it. */
export function isBelow(unit: string, ancestor: string): boolean {
  for (let at: string | undefined = unit; at; at = parentOf.get(at)) if (at === ancestor) return true
  return false
}
