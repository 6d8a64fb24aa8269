import { expect, test } from 'vitest'
import { displayedWave } from '../../test/displayed-wave.ts'
import { displayedBlock, forComparing } from './displayed-block.ts'
import { indexWave } from './wave-index.ts'
import { familyPairs } from './wave-pair.ts'
import { WaveSystem } from './wave-system.ts'

const units = { all: null, red: 'all', blue: 'all' }

/** Eight people of one unit, which alone is shown. */
function shown(unit: string) {
  const people = Array.from({ length: 8 }, () => ({ unit, answers: [4] }))
  const index = indexWave(displayedWave({ units, people, cells: [{ unit }] }))
  return { index, families: displayedBlock(index, 0).map(forComparing), counts: Int32Array.of(8) }
}

function shapeOf(before: string, now: string): string | undefined {
  const [earlier, after] = [shown(before), shown(now)]
  const at = (unit: string) => ({ unit, cut: {} })
  const stayed = [{ before: at(before), now: at(now), people: 8 }]
  const [block] = after.index.wave.blocks
  if (!block) throw new Error('a wave has a block')
  const [pair] = familyPairs({ block, earlier, now: after, isComplete: true, stayed })
  return pair && new WaveSystem(pair, 0, 'all').shape
}

test('systems have the same shape only where the same cells stand for the same place', () => {
  expect(shapeOf('red', 'red')).toBe(shapeOf('blue', 'blue'))
  // As many people flow the same ways, but no place has a turnover.
  expect(shapeOf('red', 'blue')).not.toBe(shapeOf('red', 'red'))
})
