import { demoDomain, demoUnits, familyNames, givenNames } from './organisation-data.ts'
import { SeededRandom } from './seeded-random.ts'

export type DemoPerson = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly unit: string
  readonly role: '' | 'hr' | 'auditor'
  readonly manages: string
  readonly language: string
}

/** Everybody in the demo organisation, always the same. The first person of a unit leads it. */
export function demoPeople(): DemoPerson[] {
  const random = new SeededRandom('people')
  const taken = new Set<string>()
  const people: DemoPerson[] = []
  for (const [unit, , , size] of demoUnits)
    for (let place = 0; place < size; place++) {
      const name = freshName(random, taken)
      people.push({
        id: `m${String(people.length + 1).padStart(3, '0')}`,
        name,
        email: `${name.toLowerCase().replaceAll(' ', '.')}@${demoDomain}`,
        unit,
        role: roleOf(unit, place),
        manages: place === 0 ? unitsLedFrom(unit).join(' ') : '',
        language: random.uniform() < 0.4 ? 'de' : 'en',
      })
    }
  return people
}

function freshName(random: SeededRandom, taken: Set<string>): string {
  for (;;) {
    const given = givenNames[Math.floor(random.uniform() * givenNames.length)]
    const family = familyNames[Math.floor(random.uniform() * familyNames.length)]
    const name = `${given} ${family}`
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}

function roleOf(unit: string, place: number): DemoPerson['role'] {
  if (unit === 'people-team' && place === 1) return 'hr'
  return unit === 'warehouse' && place === 5 ? 'auditor' : ''
}

/** A unit without people of its own is led by the head of its only child. */
function unitsLedFrom(unit: string): string[] {
  const parent = demoUnits.find(([id]) => id === unit)?.[1]
  const emptyParent = demoUnits.find(([id, , , size]) => id === parent && size === 0)
  return emptyParent ? [unit, emptyParent[0]] : [unit]
}
