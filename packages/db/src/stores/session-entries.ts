/** One signed-in device, as a page holds it. */
export type Entry = {
  readonly id: string
  readonly person: string
  readonly mark: number
  readonly markBefore: number
}

type Columns = {
  readonly ids: string[]
  readonly people: string[]
  readonly marks: number[]
  readonly marksBefore: number[]
}

/** Sessions in one row: few enough for it to stay in one place (5 kB), many enough for no row to be about a person. */
export const sessionsOfPage = 128

/** In the order of their random ids, whatever order they came in. Ids in lower case sort as PostgreSQL sorts them. */
export function withEntry(entries: readonly Entry[], entry: Entry): Entry[] {
  return [...entries.filter(({ id }) => id !== entry.id), entry].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** What a page that is full keeps, and what moves to a page of its own. */
export function halves(entries: readonly Entry[]): [low: readonly Entry[], high: readonly Entry[]] {
  const middle = Math.ceil(entries.length / 2)
  return [entries.slice(0, middle), entries.slice(middle)]
}

export function toColumns(entries: readonly Entry[]): Columns {
  return {
    ids: entries.map(({ id }) => id),
    people: entries.map(({ person }) => person),
    marks: entries.map(({ mark }) => mark),
    marksBefore: entries.map(({ markBefore }) => markBefore),
  }
}

export function fromColumns({ ids, people, marks, marksBefore }: Columns): Entry[] {
  return ids.map((id, at) => ({
    id,
    person: part(people, at),
    mark: part(marks, at),
    markBefore: part(marksBefore, at),
  }))
}

function part<T>(list: readonly T[], at: number): T {
  const found = list[at]
  if (found === undefined) throw new Error('the lists of a session page have different lengths')
  return found
}
