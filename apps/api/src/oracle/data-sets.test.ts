import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DataSets } from './data-sets.ts'

let folder: string
let sets: DataSets

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chorus-data-sets-'))
  await writeFile(join(folder, 'a.csv'), 'team,part,x,y\nred,1,4,\nblue,2,5,6\n"red, too",1,nine,7\n')
  sets = new DataSets(folder)
})
afterAll(() => rm(folder, { recursive: true }))

test('an empty cell is a missing answer, not 0', () => {
  expect(sets.numbers({ dataset: 'a.csv', columns: ['x', 'y'], filter: { team: 'red' } })).toEqual([
    [4, null],
  ])
})

test('rows are chosen by value, by what a text contains, and by what it must not contain', () => {
  const teams = (filter: Record<string, string | number | string[]>) =>
    sets.texts({ dataset: 'a.csv', filter }, 'team')
  expect(teams({ part: 1 })).toEqual(['red', 'red, too'])
  expect(teams({ team: "contains 'red'" })).toEqual(['red', 'red, too'])
  expect(teams({ team_excludes: ['too', 'blue'] })).toEqual(['red'])
  expect(teams({ part: 3 })).toEqual([])
})

test('a group is named by columns and text', () => {
  expect(sets.texts({ dataset: 'a.csv' }, "part + '/' + team")).toEqual(['1/red', '2/blue', '1/red, too'])
})

test('what is not there, or no number, is said with its name', () => {
  const columns = ['x']
  expect(() => sets.numbers({ dataset: 'b.csv', columns })).toThrow(/b\.csv cannot be read.*--data/)
  expect(() => sets.numbers({ dataset: '../a.csv', columns })).toThrow('without a folder')
  expect(() => sets.numbers({ dataset: 'a.csv', columns: ['z'] })).toThrow(/no column "z"; it has team, part/)
  expect(() => sets.numbers({ dataset: 'a.csv', columns, filter: { z: 1 } })).toThrow('no column "z"')
  expect(() => sets.numbers({ dataset: 'a.csv', columns, filter: { team: ['red'] } })).toThrow('_excludes')
  expect(() => sets.numbers({ dataset: 'a.csv', columns })).toThrow('"nine" in x, which is no number')
})
