import { expect, test } from 'vitest'
import { type InputFiles, summarizeFiles } from './support/summarize-files.ts'

const instrument = {
  id: 'one',
  name: 'One',
  scales: [
    {
      id: 'safety',
      name: 'Safety',
      role: 'core',
      items: [
        { id: 's1', text: { en: 'One.' } },
        { id: 's2', min: 1, max: 7, text: { en: 'Two.' } },
      ],
    },
  ],
}
const units = 'unit_id,parent_id,name\nall,,Whole\n'
const sound: InputFiles = { instrument, units, responses: `wave,unit_id,s1,s2\n${'w,all,4,5\n'.repeat(6)}` }

/** Messages of a run that has to be refused, with nothing written. */
async function refused(change: Partial<InputFiles>): Promise<string[]> {
  const { code, written, messages } = await summarizeFiles({ ...sound, ...change })
  expect([code, written]).toEqual([2, []])
  expect(messages.at(-1)).toBe('Nothing was written.')
  return messages.slice(0, -1)
}

test('answers out of range or no numbers are found with line and column, and never repeated', async () => {
  const responses = 'wave,unit_id,s1,s2\nw,all,8,5\nw,all,0,x\nw,all,1e1,\nw,all,4.5,6\n'
  const text = 'an answer to "s1" is a number from 1 to 7, or empty'
  expect(await refused({ responses })).toEqual([
    `responses.csv, line 2, column 3: ${text}`,
    `responses.csv, line 3, column 3: ${text}`,
    `responses.csv, line 3, column 4: ${text.replace('s1', 's2')}`,
    `responses.csv, line 4, column 3: ${text}`,
  ])
})

test('only the first 20 faults are listed, then their number', async () => {
  const messages = await refused({ responses: `wave,unit_id,s1,s2\n${'w,all,9,5\n'.repeat(50)}` })
  expect(messages.length).toBe(21)
  expect(messages.at(-1)).toBe('... and 30 more (50 faults in all)')
})

test.each([
  ['person', 'p1'],
  ['Respondent ID', 'p1'],
  ['e-mail', 'a@b.org'],
  ['Vorname', 'Ana'],
  ['cut:name', 'Ana'],
  ['ana@example.org', '1'],
])('a column named "%s" is refused', async (name, value) => {
  const [message] = await refused({ responses: `wave,unit_id,s1,s2,${name}\nw,all,1,2,${value}\n` })
  expect(message).toMatch(/^responses\.csv, line 1, column 5: .*person or an e-mail address/)
})

test('an e-mail address as a value is refused wherever it stands, and not repeated', async () => {
  const messages = await refused({
    responses:
      'wave,unit_id,cut:tenure,s1,s2\nana@b.org,all,x,1,2\nw,ana@b.org,x,1,2\nw,all,ana@b.org,1,2\nw,all,x,ana@b.org,2\n',
  })
  expect(messages.length).toBe(4)
  for (const message of messages) expect(message).toMatch(/e-mail/)
  expect(messages.join()).not.toContain('ana')
})

test('unknown units, missing values, unknown columns and half a scale are found', async () => {
  expect(
    (await refused({ responses: 'wave,unit_id,s1,s2\n,all,1,1\nw,,1,1\nw,nowhere,1,1\n' })).map(place),
  ).toEqual([
    'responses.csv, line 2, column 1',
    'responses.csv, line 3, column 2',
    'responses.csv, line 4, column 2',
  ])
  expect(await refused({ responses: 'wave,unit_id,s1,mood\nw,all,1,1\n' })).toEqual([
    'responses.csv, line 1, column 4: the column "mood" is not known here; expected: wave, unit_id, s1, s2',
    'responses.csv, line 1: the column "s2" is missing',
  ])
  expect(await refused({ responses: 'wave,unit_id\nw,all\n' })).toEqual([
    'responses.csv, line 1: there is no column for any item',
  ])
})

const place = (message: string) => message.split(':')[0]

test('semicolons with decimal commas, tabs, a byte-order mark and CRLF are understood', async () => {
  const result = async (responses: string) => {
    const { code, rows } = await summarizeFiles({ ...sound, responses })
    return [code, (await rows())[0]?.mean]
  }
  expect(await result(`\uFEFFwave;unit_id;s1;s2\r\n${'w;all;4,5;5,5\r\n'.repeat(6)}`)).toEqual([0, '5'])
  expect(await result(`wave\tunit_id\ts1\ts2\n${'w\tall\t4\t6\n'.repeat(6)}`)).toEqual([0, '5'])
})

test('a Latin-1 file is refused with a remedy', async () => {
  const responses = Buffer.from('wave,unit_id,s1,s2\nw,all,4,4\nFrühling,all,4,4\n', 'latin1')
  expect((await refused({ responses }))[0]).toMatch(/^responses\.csv, line 3: .*save it again as "CSV UTF-8"/)
})

test('empty files are refused', async () => {
  expect(await refused({ responses: '' })).toEqual([
    'responses.csv: the file is empty; a header row is needed',
  ])
  expect((await refused({ units: '' }))[0]).toMatch(/^units\.csv: the file is empty/)
  expect((await refused({ instrument: '' }))[0]).toMatch(
    /^instrument\.json, line 1, column 1: .*not valid JSON/,
  )
})

test('faults of the small files are listed together, before the responses are read', async () => {
  const messages = await refused({
    units: 'unit_id,parent_id,name\nall,,Whole\nx,y,X\n',
    policy: { k: 5, colour: 'red' },
    responses: 'rubbish',
  })
  expect(messages.map(place)).toEqual(['policy.json, line 1, column 1', 'units.csv, line 3'])
})

test('an instrument that does not fit is refused at its place in the file', async () => {
  const text =
    '{"id": "x", "name": "X",\n "scales": [{"id": "s", "name": "S", "role": "core",\n  "items": [{"id": "i", "text": {}}, {"id": "i", "text": {"en": "y"}}]}]}'
  expect((await refused({ instrument: text })).map(place)).toEqual([
    'instrument.json, line 3, column 33',
    'instrument.json, line 3, column 45',
  ])
  expect((await refused({ instrument: '{"id": "x",\n nonsense' })).map(place)).toEqual([
    'instrument.json, line 2, column 2',
  ])
  const twice = { ...instrument, scales: [...instrument.scales, ...instrument.scales] }
  expect((await refused({ instrument: twice })).join()).toMatch(/the id "safety" is used twice/)
})

test('missing files, a folder, two outputs in one place and no output at all are refused', async () => {
  const { code, messages } = await summarizeFiles(sound, {})
  expect([code, messages[0]]).toEqual([2, expect.stringMatching(/^command line: say what to write/)])
  const same = await summarizeFiles(sound, { csv: '-', release: '-' })
  expect([same.code, same.stdout]).toEqual([2, ''])
  const nowhere = await summarizeFiles(sound, { csv: 'no/such/folder/summary.csv', release: 'release.json' })
  expect([nowhere.code, nowhere.written]).toEqual([2, []])
  expect(nowhere.messages[0]).toMatch(/could not be written/)
})
