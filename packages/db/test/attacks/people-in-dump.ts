import type pg from 'pg'
import type { Recogniser } from './marked-answers.ts'
import { type FoundOrders, ordersInTables } from './table-attacks.ts'

/**
 * Every order of people that one dump tells: the order in which they stand in each table, also several to a row, and that by
 * each column. What a dump does not hold (transaction numbers, dead rows) is left to other attackers.
 * @param ids name of a person, known to the judge -> the id in the database
 */
export async function peopleInDump(
  client: pg.Client,
  ids: ReadonlyMap<string, string>,
): Promise<FoundOrders> {
  const found = await ordersInTables(client, peopleRecogniser(ids))
  return new Map([...found].filter(([attack]) => / (dump|column \S+)$/.test(attack)))
}

function peopleRecogniser(ids: ReadonlyMap<string, string>): Recogniser {
  const names = new Map([...ids].map(([name, id]) => [id, name]))
  return {
    inText: (text) => [...text.matchAll(uuid)].flatMap(([id]) => names.get(id) ?? []),
    // Bytes are for those who look at pages, and they are not asked here.
    inBytes: () => [],
  }
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
