import fc from 'fast-check'
import { expect, test } from 'vitest'
import { displayedWave, type ShownCell } from '../../test/displayed-wave.ts'
import type { AuditedWave, Stayed } from './audit-input.ts'
import { type DisplayedFamily, displayedBlock, forComparing } from './displayed-block.ts'
import { Remembered } from './remembered.ts'
import { indexWave } from './wave-index.ts'
import type { BlockPair, DisplayedWave } from './wave-pair.ts'
import { familyPairs } from './wave-pair.ts'
import { type Scope, WaveSystem } from './wave-system.ts'
import { attackPair } from './waves.ts'

const names = ['a', 'b', 'c', 'd', 'e']

/** A tree of some of five units, in which each stands below any that is named before it, with or without a cut. */
const someWave = fc
  .record({
    names: fc.shuffledSubarray(names, { minLength: 1 }),
    parents: fc.array(fc.nat(4), { minLength: 5, maxLength: 5 }),
    people: fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 7 }), fc.boolean()), {
      minLength: 1,
      maxLength: 40,
    }),
    shown: fc.array(fc.constantFrom('hidden', 'shown', 'with its cut', 'cut alone'), {
      minLength: 5,
      maxLength: 5,
    }),
    step: fc.constantFrom(0, 0.2, 0.5),
  })
  .map(({ names: units, parents, people, shown, step }) => {
    const named = (at: number) => units[at % units.length] ?? ''
    return {
      step,
      units: Object.fromEntries(
        units.map((unit, at) => [unit, at === 0 ? null : (units[(parents[at] ?? 0) % at] ?? null)]),
      ),
      people: people.map(([unit, answer, isNew]) => ({
        unit: named(unit),
        cut: { tenure: isNew ? 'new' : 'old' },
        answers: [answer],
      })),
      cells: units.flatMap((unit, at): ShownCell[] => {
        const show = shown[at] ?? 'hidden'
        const inside = show === 'with its cut' || show === 'cut alone'
        return [
          ...(show === 'shown' || show === 'with its cut' ? [{ unit }] : []),
          ...(inside ? [{ unit, cut: { tenure: 'new' } }] : []),
        ]
      }),
    }
  })

const someStayed = fc.option(
  fc.uniqueArray(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names), fc.nat(3)), {
    selector: ([before, now]) => before + now,
  }),
)

test('any two trees can be compared, and the order of units, groups, cells and stayers makes no difference', () => {
  fc.assert(
    fc.property(someWave, someWave, someStayed, (first, second, stayers) => {
      const earlier = displayedWave({ ...first, id: 'w1' })
      const plain = displayedWave({ ...second, id: 'w2' })
      const now = stayers ? { ...plain, stayed: new Map([['w1', stayers.map(asStayed)]]) } : plain
      expect(findings(reversed(now), reversed(earlier))).toEqual(findings(now, earlier))
    }),
    { numRuns: 200 },
  )
})

const scopes: readonly Scope[] = ['all', 'place and parts', 'rest']

test('numbers of people who did not change their answers refute themselves nowhere, however their units moved', () => {
  fc.assert(
    fc.property(
      someWave,
      someWave,
      fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
      (first, second, stays) => {
        const people = second.people.map((one, i) => {
          const before = stays[i] ? first.people[i] : undefined
          return before ? { ...one, answers: before.answers } : one
        })
        const stayed = people.flatMap((one, i): Stayed[] => {
          const before = stays[i] ? first.people[i] : undefined
          return before ? [{ before, now: one, people: 1 }] : []
        })
        const earlier = displayedWave({ ...first, id: 'w1' })
        const now = {
          ...displayedWave({ ...second, people, id: 'w2' }),
          stayed: new Map([['w1', together(stayed)]]),
        }
        for (const family of familyPairs(pairOf(now, earlier)))
          for (const place of family.places.keys())
            for (const scope of scopes) {
              const system = new WaveSystem(family, place, scope)
              const sums = { before: sumsOf(family.before), now: sumsOf(family.now), least: 1, most: 7 }
              expect(system.isPossible(system.boundsOf(sums))).toBe(true)
            }
      },
    ),
    { numRuns: 200 },
  )
})

function sumsOf({ measures: [item] }: DisplayedFamily) {
  if (!item) throw new Error('a block has an item')
  return item.sums
}

function together(stayed: readonly Stayed[]): Stayed[] {
  const groups = new Map<string, Stayed>()
  for (const { before, now, people } of stayed) {
    const key = JSON.stringify([before.unit, before.cut, now.unit, now.cut])
    groups.set(key, { before, now, people: people + (groups.get(key)?.people ?? 0) })
  }
  return [...groups.values()]
}

function asStayed([before, now, people]: [string, string, number]): Stayed {
  const cut = { tenure: 'new' }
  return { before: { unit: before, cut }, now: { unit: now, cut }, people }
}

/** What is found; where two cells are equally small, which of them is named may follow their order. */
function findings(now: AuditedWave, earlier: AuditedWave): string[] {
  const found = attackPair([pairOf(now, earlier)], 5, new Remembered())
  return [...new Set(found.map(({ finding }) => finding))].toSorted()
}

function pairOf(now: AuditedWave, earlier: AuditedWave): BlockPair {
  const read = (wave: AuditedWave): DisplayedWave => {
    const index = indexWave(wave)
    const counts = Int32Array.from(wave.groups, ({ respondents }) => respondents)
    return { index, families: displayedBlock(index, 0).map(forComparing), counts }
  }
  const [block] = now.blocks
  if (!block) throw new Error('a wave has a block')
  const stayed = now.stayed?.get(earlier.id) ?? null
  return { block, earlier: read(earlier), now: read(now), isComplete: true, stayed }
}

function reversed(wave: AuditedWave): AuditedWave {
  const { stayed } = wave
  return {
    ...wave,
    units: wave.units.toReversed(),
    groups: wave.groups.toReversed(),
    cells: wave.cells.toReversed(),
    ...(stayed && { stayed: new Map([...stayed].map(([id, groups]) => [id, groups.toReversed()])) }),
  }
}
