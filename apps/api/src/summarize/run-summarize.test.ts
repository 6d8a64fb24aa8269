import { err } from '@chorus/basics/result'
import { expect, test } from 'vitest'
import { summaryColumns } from './summary-columns.ts'
import { type InputFiles, summarizeFiles } from './support/summarize-files.ts'

const item = (id: string, reversed = false) => ({ id, reversed, text: { en: `Text of ${id}.` } })
const instrument = {
  id: 'small',
  name: 'Small climate',
  scales: [
    { id: 'safety', name: 'Safety', role: 'core', items: [item('s1'), item('s2', true)] },
    { id: 'spirit', name: { en: 'Spirit' }, role: 'outcome', items: [item('o1')] },
  ],
}
const units = 'unit_id,parent_id,name\nall,,Whole\nred,all,Red\nblue,all,Blue\ngreen,all,Green\n'
const header = 'wave,unit_id,s1,s2,o1\n'
const rows = (wave: string, unit: string, n: number, shift = 0) =>
  Array.from(
    { length: n },
    (_, i) => `${wave},${unit},${3 + (i % 3) + shift},${4 - shift},${5 + (i % 2)}\n`,
  ).join('')
const wave = (name: string, shift = 0) =>
  rows(name, 'red', 12, shift) + rows(name, 'blue', 3, shift) + rows(name, 'green', 8, shift)
const files: InputFiles = {
  instrument,
  units,
  responses: header + wave('2026-05-01') + wave('2026-11-02', 1),
}
const withResponses = (responses: string | Uint8Array) => summarizeFiles({ ...files, responses })

test('all four outputs are written, and nothing else', async () => {
  const { code, written, messages } = await summarizeFiles(files)
  expect([code, messages]).toEqual([0, ['']])
  expect(written).toEqual(['release.json', 'report.html', 'snapshot.json', 'summary.csv'])
})

test('the HR file has its columns in order and one row per wave, unit and measure', async () => {
  const result = await summarizeFiles(files)
  const text = await result.read('summary.csv')
  expect(text.split('\n')[0]).toBe(summaryColumns.map(({ name }) => name).join(','))
  const summary = await result.rows()
  expect(summary.length).toBe(2 * 4 * 4)
  const red = summary.find(
    (row) => row.wave === '2026-11-02' && row.unit_id === 'red' && row.measure === 'safety',
  )
  expect(red).toEqual({
    wave: '2026-11-02',
    wave_closed: '2026-11-02',
    unit_id: 'red',
    unit_name: 'Red',
    unit_path: 'Whole / Red',
    cut: '',
    cut_value: '',
    measure_type: 'scale',
    measure: 'safety',
    measure_name: 'Safety',
    status: 'published',
    respondents_low: '10',
    respondents_high: '14',
    invited: '',
    response_rate: '',
    mean: '5',
    mean_low: '4.75',
    mean_high: '5.25',
    ci_low: expect.any(String),
    ci_high: expect.any(String),
    favourable_low: '0.65',
    favourable_high: '0.75',
    agreement: '',
    change_low: '0.5',
    change_high: '1.5',
    change_verdict: 'no change shown',
    note: 'response rate needs the number of invited people; a change of 2.3 points or more would have been seen in 4 of 5 cases',
  })
  // Four comparisons: two units, a scale and an outcome. (t(1 - .05 / 8, 22) + t(.8, 22)) * sqrt(2 * (1.5^2 / 12 + .5^2 / 12)) = 2.30, by scipy.
  // Fewer than 30 answered, so a spread of 1.5 is assumed; t(11) = 2.2009851601.
  const half = 2.2009851601 * Math.sqrt(1.5 ** 2 / 12 + 0.5 ** 2 / 12)
  expect(Number(red?.ci_low)).toBeCloseTo(5 - half, 9)
  expect(Number(red?.ci_high)).toBeCloseTo(5 + half, 9)
})

test('protected rows are empty and carry one and the same note', async () => {
  const summary = await (await summarizeFiles(files)).rows()
  const hidden = summary.filter((row) => row.status === 'protected')
  expect(new Set(hidden.map((row) => row.unit_id))).toEqual(new Set(['blue', 'green']))
  for (const row of hidden) {
    expect(row.note).toBe('not shown, to protect anonymity')
    for (const column of summaryColumns.slice(11, -1)) expect(row[column.name]).toBe('')
  }
})

test('two runs are the same to the byte, and so is a run on shuffled responses', async () => {
  const lines = String(files.responses).trimEnd().split('\n')
  const [first = '', ...rest] = lines
  const interleaved = [first, rest[0], ...rest.slice(1).reverse()].join('\n')
  const runs = [await summarizeFiles(files), await summarizeFiles(files), await withResponses(interleaved)]
  for (const name of ['summary.csv', 'release.json', 'snapshot.json', 'report.html']) {
    const texts = await Promise.all(runs.map((run) => run.read(name)))
    expect(texts[1]).toBe(texts[0])
    expect(texts[2]).toBe(texts[0])
  }
})

test('names that would start a formula are neutralised, numbers below zero are not', async () => {
  const result = await summarizeFiles({
    ...files,
    units: 'unit_id,parent_id,name\n=all,,"=HYPERLINK(""http://x"",""y"")"\n',
    responses: header + rows('1', '=all', 12, 1) + rows('2', '=all', 12),
  })
  const summary = await result.rows()
  for (const row of summary) {
    expect(row.unit_id).toBe("'=all")
    expect(row.unit_name).toMatch(/^'=HYPERLINK/)
    expect(row.unit_path).toMatch(/^'=/)
  }
  expect(summary.find((row) => row.wave === '2' && row.measure === 's1')?.change_low).toBe('-1.5')
})

test('markup in names stays text on the page', async () => {
  const page = await (
    await summarizeFiles({
      ...files,
      units: 'unit_id,parent_id,name\nall,,<script>alert(1)</script>\n',
      responses: header + rows('<i>1</i>', 'all', 12),
    })
  ).read('report.html')
  expect(page).not.toMatch(/<script|<i>1/)
  expect(page).toContain('&lt;script&gt;')
})

test('the page is self-contained and has a table behind every picture', async () => {
  const page = await (await summarizeFiles(files)).read('report.html')
  expect(page).not.toMatch(/(src|href)="(?!#)/)
  expect(page.match(/<svg/g)?.length).toBe(4)
  // One beside each picture, and one for the figures of the whole organisation.
  expect(page.match(/<details>/g)?.length).toBe(5)
  expect(page).not.toMatch(/NaN|undefined|null/)
})

test('a response rate is shown when the invited people are known', async () => {
  const people = [
    ['all', 0],
    ['red', 16],
    ['blue', 4],
    ['green', 8],
  ]
  const invited = ['2026-05-01', '2026-11-02'].flatMap((name) =>
    people.map((row) => `${name},${row.join(',')}`),
  )
  const result = await summarizeFiles({ ...files, invited: `wave,unit_id,invited\n${invited.join('\n')}\n` })
  const summary = await result.rows()
  const red = summary.find((row) => row.unit_id === 'red')
  // 12 of 16 lies in the band from 65 to below 80 %, whose middle is 72.5 %.
  expect([red?.invited, red?.response_rate]).toEqual(['16', '0.725'])
  expect(summary.find((row) => row.unit_id === 'blue')?.invited).toBe('')
})

test('the mean of a row is the middle of its band, agreement a word, and no number carries dust of a halving', async () => {
  const crowd = await withResponses(header + rows('1', 'red', 35) + rows('1', 'green', 17))
  const summary = await crowd.rows()
  for (const row of summary.filter(({ status }) => status === 'published')) {
    expect(Number(row.mean)).toBeCloseTo((Number(row.mean_low) + Number(row.mean_high)) / 2, 9)
    expect(row.mean).toMatch(/^\d(\.\d{1,3})?$/)
    expect(row.agreement).toMatch(row.measure_type === 'scale' ? /^$/ : /^(weak|moderate|strong)$/)
  }
  const red = summary.find((row) => row.unit_id === 'red' && row.measure === 'o1')
  expect([red?.respondents_low, red?.respondents_high]).toEqual(['35', '35'])
})

test('the page shows the figures of the file: steps, open ends, bands and no finer mean', async () => {
  const top = await withResponses(header + '1,red,7,1,6\n'.repeat(12))
  const page = await top.read('report.html')
  expect(page).toContain('6.5 or more')
  expect(page).toContain('<td>10 to 14</td>')
  expect(page).toContain('90 % or more')
  expect(page).toContain('<td>strong</td>')
  expect(page).not.toMatch(/<td>\d\.\d\d</)
})

test('faults of the list of invited people are found', async () => {
  const list =
    'wave,unit_id,invited\n2026-05-01,red,8\n2026-5-1,red,9\n2026-05-01,grey,9\n2026-05-01,red,9\n2026-05-01,blue,many\n'
  const wrong = await summarizeFiles({ ...files, invited: list })
  expect([wrong.code, wrong.written]).toEqual([2, []])
  expect(wrong.messages.map((line) => line.split(':')[0])).toEqual([
    'invited.csv, line 3, column 1',
    'invited.csv, line 4, column 2',
    'invited.csv, line 5, column 2',
    'invited.csv, line 6, column 3',
    'Nothing was written.',
  ])
  const few = await summarizeFiles({ ...files, invited: 'wave,unit_id,invited\n2026-05-01,red,8\n' })
  expect(few.code).toBe(2)
  expect(few.messages[0]).toMatch(/more answers in wave "2026-05-01" than people invited/)
})

test('a higher k in the policy hides more; one below the floor is refused, not lowered', async () => {
  const high = await summarizeFiles({ ...files, policy: { k: 9 } })
  expect(
    (await high.rows())
      .filter((row) => row.status === 'published')
      .every((row) => row.unit_id === 'all' || row.unit_id === 'red'),
  ).toBe(true)
  const low = await summarizeFiles({ ...files, policy: { k: 2 } })
  expect([low.code, low.written]).toEqual([2, []])
  expect(low.messages[0]).toMatch(/^policy\.json, line 1, column 6: k: k cannot be below 3$/)
})

test('an output can go to standard output, which then holds nothing else', async () => {
  const { code, stdout, written } = await summarizeFiles(files, { csv: '-' })
  expect([code, written]).toEqual([0, []])
  expect(stdout.startsWith('wave,wave_closed,')).toBe(true)
  for (const name of ['release', 'audit'] as const)
    expect(JSON.parse((await summarizeFiles(files, { [name]: '-' })).stdout)).toHaveProperty('format')
  expect((await summarizeFiles(files, { report: '-' })).stdout).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/)
})

test('responses can come from standard input, in pieces of any size', async () => {
  const bytes = Buffer.from(String(files.responses))
  const pieces = Array.from({ length: Math.ceil(bytes.length / 5) }, (_, i) =>
    bytes.subarray(i * 5, i * 5 + 5),
  )
  const piped = await summarizeFiles(
    { ...files, responses: 'not read' },
    { csv: 'summary.csv' },
    { stdin: pieces },
  )
  expect(await piped.read('summary.csv')).toBe(await (await summarizeFiles(files)).read('summary.csv'))
})

test('waves are ordered by date or number where all are, else as they first appear', async () => {
  const order = async (names: string[]) => {
    const result = await withResponses(header + names.map((name) => rows(name, 'red', 6)).join(''))
    return (await result.release()).waves.map((one) => one.id)
  }
  expect(await order(['2026-11-02', '2025-01-31'])).toEqual(['2025-01-31', '2026-11-02'])
  expect(await order(['10', '9', '2'])).toEqual(['2', '9', '10'])
  expect(await order(['spring', '2026-11-02', 'autumn'])).toEqual(['spring', '2026-11-02', 'autumn'])
})

test('a scale that a wave did not ask is left out of that wave', async () => {
  const result = await withResponses(`${header + rows('1', 'red', 6)}${'2,red,4,4,\n'.repeat(6)}`)
  const release = await result.release()
  expect(release.waves.map((one) => one.cells[0]?.measures.map((figures) => figures.id))).toEqual([
    ['safety', 's1', 's2', 'o1'],
    ['safety', 's1', 's2'],
  ])
})

test('a file without any response gives a release without waves', async () => {
  const result = await withResponses(header)
  expect(result.code).toBe(0)
  expect((await result.release()).waves).toEqual([])
})

test('a block that somebody left out stands in cells of its own in the snapshot', async () => {
  const result = await withResponses(`${header + rows('1', 'red', 12)}1,red,4,,5\n`)
  const { cells } = JSON.parse(await result.read('snapshot.json'))
  const red = cells.filter((cell: { unit: string }) => cell.unit === 'red')
  expect(
    red.map((cell: { block?: string; n: object; items: object }) => [
      cell.block,
      cell.n,
      Object.keys(cell.items),
    ]),
  ).toEqual([
    [undefined, { lo: 10, hi: 14 }, ['o1']],
    ['safety', { lo: 10, hi: 14 }, ['safety', 's1', 's2']],
  ])
})

test('when the auditor refuses, nothing is written and the exit code says so', async () => {
  const refuse = () => err({ code: 'release-refused' as const, findings: [] })
  const { code, written, stdout } = await summarizeFiles(
    files,
    { csv: 'summary.csv', release: '-' },
    { publish: refuse },
  )
  expect([code, written, stdout]).toEqual([3, [], ''])
})

test('every mean of the HR file is in the snapshot for attackers, and the other way round', async () => {
  const result = await summarizeFiles(files)
  const { cells } = JSON.parse(await result.read('snapshot.json'))
  const inSnapshot = cells.flatMap(
    (cell: {
      wave: string
      unit: string
      items: Record<string, { mean: { lo: number; hi: number } }> | null
    }) =>
      Object.entries(cell.items ?? {}).map(([id, { mean }]) =>
        [cell.wave, cell.unit, id, mean.lo, mean.hi].join(),
      ),
  )
  const inFile = (await result.rows())
    .filter((row) => row.status === 'published')
    .map((row) => [row.wave, row.unit_id, row.measure, row.mean_low, row.mean_high].join())
  expect(inFile.sort()).toEqual(inSnapshot.sort())
})
