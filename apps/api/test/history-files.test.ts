import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { instrument as instrumentShape } from '@chorus/contracts/instrument'
import { policyInput } from '@chorus/contracts/policy'
import type { ReleasedWave } from '@chorus/contracts/publish'
import { createProgramme } from '@chorus/db/stores/programmes'
import { listReleases, readReleasedWave } from '@chorus/db/stores/releases'
import { defaultInstrument } from '@chorus/instruments/default-instrument'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { prepareHistory } from '../src/history/prepare-history.ts'
import { writeHistory } from '../src/history/write-history.ts'
import { sharedTable, testOnSharedData } from '../src/summarize/support/shared-data.ts'
import { summarizeFiles } from '../src/summarize/support/summarize-files.ts'
import { historyFiles } from './support/history-files.ts'
import { runCommand } from './support/run-command.ts'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

let running: RunningApp
let folder: string

beforeEach(async () => {
  running = await runApp(smallCompany())
  folder = await mkdtemp(join(tmpdir(), 'chorus-history-'))
})

afterEach(async () => {
  await running.stop()
  await rm(folder, { recursive: true })
})

const chorus = (...args: string[]) => runCommand({ folder, databaseUrl: running.databaseUrl }, args)
const files = ['--waves', 'waves.csv', '--units', 'units.csv', '--responses', 'responses.csv']
const programmeAsking = (instrument: typeof defaultInstrument, name = 'Pulse') =>
  createProgramme(running.database.office, running.organisation, {
    name,
    instrument,
    policy: policyInput.parse({}),
  })
const releases = () => listReleases(running.database.closer, running.organisation)

async function write(contents: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, content] of Object.entries(contents))
    await writeFile(join(folder, `${name}.csv`), content)
}

test('the command says what it would import, imports it once, and names every fault', async () => {
  await programmeAsking(defaultInstrument, 'Other')
  const programme = await programmeAsking(defaultInstrument)
  await write(historyFiles([2024, 2025]))
  const here = ['import-history', '--programme', programme.id, ...files, '--invited', 'invited.csv']
  const dry = await chorus(...here, '--dry-run')
  expect(dry.code, dry.err).toBe(0)
  expect(dry.out).toMatch(/"Spring 2024", closed 2024-03-31: 4 units shown, 2 protected\n.*\n5 of 6 units/)
  expect(dry.out).toContain('Nothing was written.')
  expect(await releases()).toEqual([])

  expect((await chorus(...here, '--json')).code).toBe(0)
  expect((await releases()).map(({ label }) => label)).toEqual(['Spring 2024', 'Spring 2025'])
  const again = await chorus(...here)
  expect(again).toMatchObject({ code: 2, out: '' })
  expect(again.err).toMatch(/waves.csv, line 2, column 3: this programme has a wave "Spring 2024" already/)
  expect(again.err).toMatch(/Nothing was written\.\n$/)
}, 60_000)

/** All of them would take a minute on a busy machine. */
const someCompanies = 16

// The real data come with licences of their own, so they are read from outside when the test runs.
testOnSharedData('lq2002 moved in has exactly the figures that summarize writes', async () => {
  const data = sharedTable('lq2002_items.csv')
  const column = (name: string) => data.header.indexOf(name)
  const items = data.header.filter((name) => name.startsWith('LEAD'))
  const instrument = instrumentShape.parse({
    id: 'lq2002',
    name: 'Leadership climate',
    scales: [
      {
        id: 'leadership',
        name: 'Leadership climate',
        role: 'core',
        items: items.map((id) => ({ id, min: 1, max: 5, text: { en: id } })),
      },
    ],
  })
  const companies = [...new Set(data.rows.map((row) => row[column('company')] ?? ''))].slice(0, someCompanies)
  const rows = data.rows.filter((row) => companies.includes(row[column('company')] ?? ''))
  const names = ['2001-06-30', '2002-06-30']
  const input = {
    units: ['unit_id,parent_id,name', 'all,,All', ...companies.map((id) => `${id},all,${id}`)].join('\n'),
    responses: [
      ['wave', 'unit_id', ...items].join(','),
      ...rows.map((row, i) =>
        [names[i % 2], row[column('company')], ...items.map((item) => row[column(item)])].join(','),
      ),
    ].join('\n'),
  }
  const summarized = await (
    await summarizeFiles({ instrument, ...input }, { release: 'release.json' })
  ).release()

  const fileOf = (name: string, content: string) => ({ name, open: () => [Buffer.from(content)] })
  const programme = await programmeAsking(instrument)
  const prepared = await prepareHistory(
    running.database,
    programme,
    {
      waves: fileOf('waves.csv', ['wave,closed', ...names.map((name) => `${name},${name}`)].join('\n')),
      units: fileOf('units.csv', input.units),
      responses: fileOf('responses.csv', input.responses),
    },
    { now: new Date() },
  )
  if (!prepared.ok) throw new Error(prepared.error.code)
  await writeHistory(running.database, programme, prepared.value, { actor: 'test', at: new Date() })
  const headers = await releases()
  const nameOf = new Map(headers.map(({ wave, label }) => [wave, label]))
  const moved: ReleasedWave[] = []
  for (const header of headers) moved.push(await readReleasedWave(running.database.reporter, header))
  for (const [i, wave] of moved.entries()) {
    const cells = JSON.stringify(wave.cells).replaceAll(
      /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
      (id) => nameOf.get(id) ?? id,
    )
    expect(JSON.parse(cells)).toEqual(summarized.waves[i]?.cells)
    expect(wave.organisation).toEqual(summarized.waves[i]?.organisation)
    expect(wave.cells.filter(({ status }) => status === 'published').length).toBeGreaterThan(
      someCompanies / 2,
    )
  }
  expect(moved).toHaveLength(2)
})
