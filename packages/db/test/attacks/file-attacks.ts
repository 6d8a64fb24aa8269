import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Recogniser } from './marked-answers.ts'
import type { FoundOrders } from './table-attacks.ts'

/**
 * Readable answers in the files of a data folder: table files, indexes, write-ahead log and server log alike. Each place is read as it
 * stands, and page by page from the page's end, which is how PostgreSQL fills them.
 */
export function ordersInFiles(folder: string, recognise: Recogniser): FoundOrders {
  const found = new Map<string, string[]>()
  const add = (place: string, people: string[]) => {
    if (people.length > 0) found.set(place, [...(found.get(place) ?? []), ...people])
  }
  for (const file of filesBelow(folder)) {
    const bytes = read(file)
    const people = recognise.inBytes(bytes)
    if (people.length === 0) continue
    const place = relative(folder, file)
    // The segments of the write-ahead log are one stream; their names are in its order.
    if (place.includes('pg_wal')) add('file write-ahead log', people)
    else {
      add(`file ${place}`, people)
      for (let start = 0; start < bytes.length; start += pageBytes)
        add(`file ${place} by page`, recognise.inBytes(bytes.subarray(start, start + pageBytes)).reverse())
    }
  }
  return new Map([...found].map(([place, people]) => [place, [...new Set(people)]]))
}

const pageBytes = 8192

/** Files that hold one of these byte strings. */
export function filesWith(folder: string, needles: readonly Buffer[]): string[] {
  return filesBelow(folder).filter((file) => {
    const bytes = read(file)
    return needles.some((needle) => bytes.includes(needle))
  })
}

/** In the order of their names. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name)
      const found = statSync(path, { throwIfNoEntry: false })
      if (found?.isDirectory()) return filesBelow(path)
      return found?.isFile() ? [path] : []
    })
}

/** Nothing where a running server removed the file between our looks. */
function read(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}
