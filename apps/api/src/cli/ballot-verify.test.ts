import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeTranscript } from '@chorus/ballot/transcript'
import { afterEach, expect, test, vi } from 'vitest'
import { ballotTranscript } from './ballot-transcript.ts'
import { ballotVerify } from './ballot-verify.ts'

afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

test('what one command prints, the other accepts', async () => {
  const said = listen()
  ballotTranscript({ count: 2 })
  const file = await fileWith(said.splice(0).join(''))
  await ballotVerify(file, {})
  expect(said).toEqual(['2 of 2 transcripts hold.\n'])
  expect(process.exitCode).toBeUndefined()
})

test('runs that do not hold are named by their index, with the part that is wrong, and the exit code is 1', async () => {
  const good = makeTranscript()
  const file = await fileWith(JSON.stringify([good, { ...good, output: '00'.repeat(64) }]))
  const said = listen()
  await ballotVerify(file, { json: true })
  expect(JSON.parse(said.join(''))).toEqual({ count: 2, wrong: [{ index: 1, part: 'output' }] })
  expect(process.exitCode).toBe(1)
})

test('a file of any other form is refused with exit code 2', async () => {
  const good = makeTranscript()
  for (const text of ['', '{}', '[{}]', JSON.stringify([{ ...good, sk: `${good.sk.toUpperCase()}A` }])])
    await expect(ballotVerify(await fileWith(text), {})).rejects.toMatchObject({ exitCode: 2 })
  await expect(ballotVerify('/there/is/no/such/file', {})).rejects.toMatchObject({ exitCode: 2 })
  expect(() => ballotTranscript({ count: Number.NaN })).toThrow('--count')
})

function listen(): string[] {
  const said: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.push(String(text))
    return true
  })
  return said
}

async function fileWith(text: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'chorus-transcripts-')), 'transcripts.json')
  await writeFile(file, text)
  return file
}
