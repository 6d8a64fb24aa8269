import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Recogniser } from './marked-answers.ts'
import type { FoundOrders } from './table-attacks.ts'

/** Readable answers in the files of a data folder, table files, indexes, write-ahead log and server log alike. */
export function ordersInFiles(folder: string, recognise: Recogniser): FoundOrders {
  const found = new Map<string, string[]>()
  for (const file of filesBelow(folder)) {
    const place = relative(folder, file)
    // The segments of the write-ahead log are one stream; their names are in its order.
    const name = place.includes('pg_wal') ? 'write-ahead log' : place
    const people = recognise.inBytes(readFileSync(file))
    if (people.length > 0) found.set(name, [...(found.get(name) ?? []), ...people])
  }
  return new Map([...found].map(([name, people]) => [`file ${name}`, [...new Set(people)]]))
}

/** Files that hold one of these byte strings. */
export function filesWith(folder: string, needles: readonly Buffer[]): string[] {
  return filesBelow(folder).filter((file) => {
    const bytes = readFileSync(file)
    return needles.some((needle) => bytes.includes(needle))
  })
}

/** In the order of their names. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name)
      // A running server removes files between our two looks.
      const found = statSync(path, { throwIfNoEntry: false })
      if (found?.isDirectory()) return filesBelow(path)
      return found?.isFile() ? [path] : []
    })
}
