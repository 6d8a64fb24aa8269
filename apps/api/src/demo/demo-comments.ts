import { present } from '@chorus/basics/assert'
import type { Scale } from '@chorus/contracts/instrument'
import { isBelow, takesPart } from './climate-model.ts'
import written from './demo-comments.json' with { type: 'json' }
import type { DemoPerson } from './demo-people.ts'
import { SeededRandom } from './seeded-random.ts'

const waves = new Set(written.map(({ wave }) => wave))

/** The last two published waves asked for comments. The open one does not, so that it is quickly tried. */
export function asksForComments(waveNumber: number): boolean {
  return waves.has(waveNumber)
}

/**
 * Who writes what in a wave: scale -> person -> comment, and no scale on which nobody writes. Each comment has an author in the unit that it speaks of;
 * some name a colleague of the author, or whoever leads the unit.
 */
export function demoComments(
  waveNumber: number,
  scales: readonly Scale[],
  people: readonly DemoPerson[],
): Map<string, Map<string, string>> {
  const random = new SeededRandom(`comments ${waveNumber}`)
  const rotating = scales.find(({ role }) => role === 'rotating')?.id
  const byScale = new Map<string, Map<string, string>>()
  for (const { wave, scale: wanted, unit, text } of written) {
    if (wave !== waveNumber) continue
    const scale = present(wanted === 'rotating' ? rotating : wanted, 'a rotating scale')
    const byPerson = byScale.get(scale) ?? new Map<string, string>()
    byScale.set(scale, byPerson)
    const here = people.filter((person) => isBelow(person.unit, unit))
    const authors = here.filter((person) => takesPart(person, waveNumber) && !byPerson.has(person.id))
    const author = present(authors[Math.floor(random.uniform() * authors.length)], 'somebody who writes this')
    const colleague = here.find((person) => person.unit === author.unit && person !== author) ?? author
    const named = text
      .replace('{name}', colleague.name)
      .replace('{colleague}', colleague.name.split(' ')[0] ?? '')
      .replace('{head}', here[0]?.name ?? '')
    byPerson.set(author.id, named)
  }
  return byScale
}
