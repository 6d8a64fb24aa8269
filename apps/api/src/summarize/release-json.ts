import type { Release } from '@chorus/contracts/publish'

/** release.json, cell by cell: as one string a large organisation would not fit. One cell stands on one line. */
export function* releaseJson({ waves, ...head }: Release): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"waves":[`
  for (const [i, { id, closed, cells, organisation }] of waves.entries()) {
    yield `${i === 0 ? '' : ','}\n{"id":${JSON.stringify(id)},"closed":${JSON.stringify(closed)},"cells":[`
    for (const [j, cell] of cells.entries()) yield `${j === 0 ? '' : ','}\n${JSON.stringify(cell)}`
    yield `\n],"organisation":${JSON.stringify(organisation)}}`
  }
  yield '\n]}\n'
}
