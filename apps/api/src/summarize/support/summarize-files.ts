import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { type Release, release as releaseShape } from '@chorus/contracts/publish'
import { parse } from 'csv-parse/sync'
import { onTestFinished } from 'vitest'
import type { publishWaves } from '../publish-waves.ts'
import { runSummarize } from '../run-summarize.ts'

export type InputFiles = {
  instrument: object | string
  units: string
  responses: string | Uint8Array
  invited?: string
  stayed?: string
  policy?: object
}

/** Runs summarize on files in a folder of its own and gives back all that came out of it. */
export async function summarizeFiles(
  files: InputFiles,
  outputs: Partial<Record<'release' | 'csv' | 'audit' | 'report', string>> = {
    release: 'release.json',
    csv: 'summary.csv',
    audit: 'snapshot.json',
    report: 'report.html',
  },
  { stdin = [], publish }: { stdin?: Uint8Array[]; publish?: typeof publishWaves } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'chorus-summarize-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const place = (name: string) => (name === '-' ? '-' : join(folder, name))
  const given = {
    'instrument.json':
      typeof files.instrument === 'string' ? files.instrument : JSON.stringify(files.instrument),
    'units.csv': files.units,
    'responses.csv': files.responses,
    'invited.csv': files.invited,
    'stayed.csv': files.stayed,
    'policy.json': files.policy && JSON.stringify(files.policy),
  }
  for (const [name, content] of Object.entries(given))
    if (content !== undefined) await writeFile(place(name), content)

  const stdout = new Collector()
  const stderr = new Collector()
  const code = await runSummarize(
    {
      instrument: place('instrument.json'),
      units: place('units.csv'),
      responses: stdin.length > 0 ? '-' : place('responses.csv'),
      invited: files.invited === undefined ? undefined : place('invited.csv'),
      stayed: files.stayed === undefined ? undefined : place('stayed.csv'),
      policy: files.policy === undefined ? undefined : place('policy.json'),
      ...Object.fromEntries(Object.entries(outputs).map(([name, path]) => [name, place(path)])),
    },
    { stdin, stdout, stderr },
    publish,
  )
  const written = (await readdir(folder)).filter((name) => !(name in given))
  return {
    code,
    stdout: stdout.text,
    messages: stderr.text.replaceAll(`${folder}/`, '').trim().split('\n'),
    written: written.sort(),
    read: (name: string) => readFile(place(name), 'utf8'),
    release: async (): Promise<Release> =>
      releaseShape.parse(JSON.parse(await readFile(place('release.json'), 'utf8'))),
    rows: async (): Promise<Record<string, string>[]> =>
      parse(await readFile(place('summary.csv'), 'utf8'), { columns: true }),
  }
}

class Collector extends Writable {
  text = ''
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8')
    done()
  }
}
