import { present } from '@chorus/basics/assert'
import { expect, test } from 'vitest'
import { summarizeFiles } from './support/summarize-files.ts'

const items = (scale: string) =>
  [1, 2, 3].map((number) => ({ id: `${scale}${number}`, text: { en: `${scale} <${number}>.` } }))
const instrument = {
  id: 'two-waves',
  name: 'Two waves',
  scales: [
    { id: 'safety', name: 'Safety', role: 'core', items: items('s') },
    { id: 'belonging', name: 'Belonging', role: 'core', items: items('b') },
    { id: 'mistakes', name: 'Mistakes', role: 'rotating', items: items('m') },
    { id: 'outcomes', name: 'O', role: 'outcome', items: [{ id: 'engagement', text: { en: 'Engaged.' } }] },
  ],
}
const teams = Array.from({ length: 12 }, (_, i) => `team-${i}`)

/** Ten people in each of twelve teams; whoever is `skips` leaves the first statement out. */
function rows(wave: string, asksMistakes: boolean, skips: (person: number) => boolean): string[] {
  let state = 11
  const random = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state >>> 16) / 2 ** 14)
  }
  return teams.flatMap((team) =>
    Array.from({ length: 10 }, (_, person) => {
      const scores = [random(), random(), random()]
      const answers = scores.flatMap((score, scale) =>
        [0, 1, 2].map(() => (scale === 2 && !asksMistakes ? '' : String(1 + score + Math.min(random(), 2)))),
      )
      if (skips(person)) answers[0] = ''
      return [wave, team, ...answers, String(1 + (scores[0] ?? 0) + random() / 2)].join(',')
    }),
  )
}

async function summarized(skips: (person: number) => boolean) {
  const result = await summarizeFiles({
    instrument,
    units: ['unit_id,parent_id,name', 'all,,All', ...teams.map((team) => `${team},all,${team}`)].join('\n'),
    responses: [
      'wave,unit_id,s1,s2,s3,b1,b2,b3,m1,m2,m3,engagement',
      ...rows('1', true, skips),
      ...rows('2', false, skips),
    ].join('\n'),
  })
  expect(result.messages).toEqual([''])
  const { waves } = await result.release()
  const statistics = waves.map((wave) => present(wave.organisation.statistics, 'statistics'))
  return {
    statistics,
    report: await result.read('report.html'),
    snapshot: await result.read('snapshot.json'),
  }
}

test('a rotating scale is there in the waves that asked it, and keeps nobody out of the others', async () => {
  const { statistics } = await summarized(() => false)
  expect(statistics.map(({ scales }) => scales.map(({ scale }) => scale))).toEqual([
    ['safety', 'belonging', 'mistakes'],
    ['safety', 'belonging'],
  ])
  for (const { drivers, scales } of statistics) {
    if ('absent' in drivers) throw new Error(drivers.absent)
    expect(drivers.scales.map(({ scale }) => scale)).toEqual(scales.map(({ scale }) => scale))
    expect(drivers.n).toBe(120)
  }
})

test('who left a statement out counts neither for its scale nor for drivers, and how many did is not told', async () => {
  const { statistics } = await summarized((person) => person === 3)
  const [first] = statistics
  expect(first?.scales.map(({ n }) => n)).toEqual([{ lo: 100, hi: 109 }, 120, 120])
  expect(first?.drivers).toMatchObject({ n: { lo: 100, hi: 109 } })
  const tooMany = await summarized((person) => person < 2)
  expect(tooMany.statistics[0]?.scales[0]).toMatchObject({ alpha: { absent: 'too-few-answers' } })
  expect(tooMany.statistics[0]?.scales[1]).toMatchObject({ alpha: { value: expect.any(Number) } })
  expect(tooMany.statistics[0]?.drivers).toEqual({ absent: 'too-few-answers' })
})

test('the page shows them with their words, wordings stay text, and the snapshot has no place for them', async () => {
  const { report, snapshot } = await summarized(() => false)
  expect(report).toContain('How far the figures carry')
  expect(report).toContain('What engagement goes along with')
  expect(report).toContain('s &lt;1&gt;.')
  expect(report).not.toMatch(/NaN|undefined/)
  expect(snapshot).not.toMatch(/alpha|omega|icc|drivers/)
})
