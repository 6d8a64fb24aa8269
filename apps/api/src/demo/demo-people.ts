import {
  type DemoCut,
  demoDomain,
  demoTenures,
  demoUnits,
  familyNames,
  givenNames,
  plantUnits,
} from './organisation-data.ts'
import { SeededRandom } from './seeded-random.ts'

export type DemoPerson = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly unit: string
  readonly role: '' | 'hr' | 'administrator' | 'auditor'
  readonly manages: string
  readonly language: string
  /** Roster attributes that results are split by. */
  readonly cuts: Readonly<Record<DemoCut, string>>
}

/** Everybody in the demo organisation, always the same. The first person of a unit leads it. */
export function demoPeople(): DemoPerson[] {
  const random = new SeededRandom('people')
  const taken = new Set<string>()
  const people: DemoPerson[] = []
  for (const [unit, , , size] of demoUnits)
    for (let place = 0; place < size; place++) {
      const name = freshName(random, taken)
      const id = `m${String(people.length + 1).padStart(3, '0')}`
      people.push({
        id,
        name,
        email: `${name.toLowerCase().replaceAll(' ', '.')}@${demoDomain}`,
        unit,
        role: roleOf(unit, place),
        manages: place === 0 ? unitsLedFrom(unit).join(' ') : '',
        language: random.uniform() < 0.4 ? 'de' : 'en',
        cuts: { tenure: tenureOf(id), location: locationOf(unit, id) },
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
  if (unit === 'infrastructure' && place === 2) return 'administrator'
  return unit === 'warehouse' && place === 5 ? 'auditor' : ''
}

function tenureOf(id: string): string {
  const years = new SeededRandom(`tenure ${id}`).uniform()
  return demoTenures[years < 0.3 ? 0 : years < 0.65 ? 1 : 2]
}

/** Whoever builds bicycles is at the plant; of the others some work from home. */
function locationOf(unit: string, id: string): string {
  if (plantUnits.has(unit)) return 'Plant'
  return new SeededRandom(`location ${id}`).uniform() < 0.35 ? 'From home' : 'Main office'
}

/** A unit without people of its own is led by the head of its only child. */
function unitsLedFrom(unit: string): string[] {
  const parent = demoUnits.find(([id]) => id === unit)?.[1]
  const emptyParent = demoUnits.find(([id, , , size]) => id === parent && size === 0)
  return emptyParent ? [unit, emptyParent[0]] : [unit]
}
