import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { problemCatalogue } from './problems.ts'

test('every area is in the catalogue, and no code stands in two of them, where one of the two would be lost', async () => {
  const folder = new URL('./problems/', import.meta.url)
  const areas = await Promise.all(readdirSync(folder).map((file) => import(new URL(file, folder).href)))
  const codes = areas.flatMap((area) => Object.values(area)).flatMap((part) => Object.keys(part ?? {}))
  expect(codes.sort()).toEqual(Object.keys(problemCatalogue).sort())
})
