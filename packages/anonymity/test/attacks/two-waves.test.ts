import { expect, test } from 'vitest'
import { realisticTwoWaves } from './companies/two-waves.ts'
import { findNarrowAnswers } from './narrow-answers.ts'
import { publishOrganisation } from './publishers/publish-organisation.ts'

const seeds = [1, 3, 4, 5, 13, 16]

test('everybody who stays answers the same again: who joined, left, moved or answered late stays unknown where it is known who stayed', async () => {
  for (const seed of seeds) {
    const truth = realisticTwoWaves(seed, 120, false)
    expect(findNarrowAnswers(await publishOrganisation(truth, { stayed: 'answered both' }), truth)).toEqual(
      [],
    )
  }
}, 120_000)

test('nothing of the first wave is needed for a second one in which nobody changed', async () => {
  const { waves, ...company } = realisticTwoWaves(2, 80, false)
  const again = { ...company, waves: waves.slice(0, 1).flatMap((wave) => [wave, { ...wave, id: 'w2' }]) }
  const { cells } = await publishOrganisation(again, { stayed: 'answered both' })
  const shown = (wave: string) =>
    cells.filter((cell) => cell.wave === wave).map(({ unit, items }) => [unit, items])
  expect(shown('w2')).toEqual(shown('w1'))
}, 30_000)
