import { expect, test } from 'vitest'
import { type InputFiles, summarizeFiles } from './support/summarize-files.ts'

const instrument = {
  id: 'one',
  name: 'One',
  scales: [{ id: 'o', name: 'O', role: 'outcome', items: [{ id: 'o1', text: { en: 'One.' } }] }],
}
const units = 'unit_id,parent_id,name\nall,,Whole\nred,all,Red\nblue,all,Blue\n'
const rows = (wave: string, unit: string, answers: readonly number[]) =>
  answers.map((answer) => `${wave},${unit},${answer}\n`).join('')
const stays = [3, 3, 4, 4, 4, 5, 5]
const blue = [2, 3, 4, 5, 6, 4, 4, 4]
// Eight answers sum to 29 in the first wave and, one person replaced by another, to 35 in the second.
const files: InputFiles = {
  instrument,
  units,
  responses: [
    'wave,unit_id,o1\n',
    rows('2026-01-01', 'red', [...stays, 1]),
    rows('2026-01-01', 'blue', blue),
    rows('2026-02-01', 'red', [...stays, 7]),
    rows('2026-02-01', 'blue', blue),
  ].join(''),
}
const header = 'wave,unit_id,since,since_unit_id,people\n'

async function shownMean(more: Partial<InputFiles>) {
  const result = await summarizeFiles({ ...files, ...more })
  expect(result.messages).toEqual([''])
  const summary = await result.rows()
  const red = summary.find(({ wave, unit_id }) => wave === '2026-02-01' && unit_id === 'red')
  return [red?.status, red?.mean_low, red?.mean_high]
}

test('one who left and one who joined look like nobody, unless it is said how many stayed: then the change is shown less finely', async () => {
  expect(await shownMean({})).toEqual(['published', '4.25', '4.75'])
  const stayed = `${header}2026-02-01,red,2026-01-01,red,7\n2026-02-01,blue,2026-01-01,blue,8\n`
  expect(await shownMean({ stayed })).toEqual(['published', '3.5', '4.5'])
})

test('a row that cannot be right is found with its place, and nothing is written', async () => {
  const stayed = [
    header,
    '2026-03-01,red,2026-01-01,red,7\n',
    '2026-01-01,red,2026-02-01,red,7\n',
    '2026-02-01,green,2026-01-01,red,7\n',
    '2026-02-01,red,2026-01-01,green,7\n',
    '2026-02-01,red,2026-01-01,red,-1\n',
    '2026-02-01,red,2026-01-01,red,7\n',
    '2026-02-01,red,2026-01-01,red,6\n',
  ].join('')
  const { code, written, messages } = await summarizeFiles({ ...files, stayed })
  expect([code, written]).toEqual([2, []])
  expect(messages.slice(0, -1)).toEqual([
    'stayed.csv, line 2, column 1: no response is of this wave',
    'stayed.csv, line 3, column 3: this wave is not earlier than the one in the column "wave"',
    'stayed.csv, line 4, column 2: this unit_id is not in the file of units',
    'stayed.csv, line 5, column 4: this unit_id is not in the file of units',
    'stayed.csv, line 6, column 5: the number of people who stayed is a whole number',
    'stayed.csv, line 8, column 2: these waves and units have a row already',
  ])
})

test('with cuts it has to say the category of both waves', async () => {
  const responses = files.responses
    .toString()
    .replace('unit_id,', 'unit_id,cut:site,')
    .replace(/,(red|blue),/g, ',$1,a,')
  const stayed = `${header}2026-02-01,red,2026-01-01,red,7\n`
  const { messages } = await summarizeFiles({ ...files, responses, stayed, policy: { cuts: ['site'] } })
  expect(messages.slice(0, 2)).toEqual([
    'stayed.csv, line 1: the column "cut:site" is missing',
    'stayed.csv, line 1: the column "since_cut:site" is missing',
  ])
})
