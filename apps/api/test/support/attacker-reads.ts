import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { leafOf } from '@chorus/ballot/nullifier'
import { type Linkage, linkEitherWay } from '../../../../packages/db/test/attacks/linkage.ts'
import { peopleInDump } from '../../../../packages/db/test/attacks/people-in-dump.ts'
import { onServer } from '../../../../packages/db/test/support/test-server.ts'

/** Whose bits are set, in the order of the roster's rows. */
export async function collectedOrder(url: string): Promise<string[]> {
  const { rows } = await onServer(url, (client) =>
    client.query<{ person: string }>(
      `SELECT p.external_id AS person FROM roster r JOIN person p ON p.id = r.person JOIN participation_page b
       ON b.cohort = r.cohort AND b.page = r.slot / 128
       WHERE r.dimension = 'unit' AND get_bit(b.bits, r.slot % 128) = 1 ORDER BY r.ctid`,
    ),
  )
  return rows.map(({ person }) => person)
}

/** Orders of people that a backup from before the close holds. @param ownerOfBox by the nullifier in hex: what the judge knows */
export async function ordersKnownBefore(
  url: string,
  ownerOfBox: ReadonlyMap<string, string>,
): Promise<Record<string, string[]>> {
  return onServer(url, async (client) => {
    const order = async (query: string) =>
      (await client.query<{ person: string }>(query)).rows.map(({ person }) => person)
    const joined = `FROM roster r JOIN person p ON p.id = r.person WHERE r.dimension = 'unit'`
    const boxes = [...ownerOfBox].map(([nf, person]) => ({
      person,
      nf,
      leaf: hex(leafOf(Buffer.from(nf, 'hex'))),
    }))
    const by = (name: 'nf' | 'leaf') =>
      [...boxes].sort((a, b) => (a[name] < b[name] ? -1 : 1)).map(({ person }) => person)
    return {
      slot: await order(`SELECT p.external_id AS person ${joined} ORDER BY r.slot`),
      roster: await order(`SELECT p.external_id AS person ${joined} ORDER BY r.ctid`),
      session: await order(
        'SELECT p.external_id AS person FROM session_page s, unnest(s.people) AS one JOIN person p ON p.id = one ORDER BY s.ctid',
      ),
      box: by('nf'),
      receipt: by('leaf'),
    }
  })
}

/**
 * What somebody with one dump may try: people in every order that any table tells, against the boxes as they stand. Sessions are
 * taken out of their pages, too, and sorted by all that stands beside them.
 */
export async function linkOneDump(
  url: string,
  people: ReadonlyMap<string, readonly string[]>,
  boxes: readonly string[],
): Promise<Map<string, Linkage>> {
  return onServer(url, async (client) => {
    const names = await client.query<{ name: string; id: string }>(
      'SELECT external_id AS name, id FROM person',
    )
    const orders = new Map(await peopleInDump(client, new Map(names.rows.map(({ name, id }) => [name, id]))))
    for (const column of ['e.id', 'mark', 'before', 'before - mark', 'ends_on']) {
      const { rows } = await client.query<{ name: string }>(
        `SELECT p.external_id AS name FROM session_page s, unnest(s.ids, s.people, s.marks, s.marks_before)
         AS e(id, person, mark, before) JOIN person p ON p.id = e.person ORDER BY ${column}`,
      )
      orders.set(`sessions by ${column}`, [...new Set(rows.map(({ name }) => name))])
    }
    orders.set('collected', await collectedOrder(url))
    return new Map([...orders].map(([place, order]) => [place, linkEitherWay(people, order, boxes)]))
  })
}

/** The beginning of every box. */
export async function readBoxes(url: string): Promise<Buffer[]> {
  const { rows } = await onServer(url, (client) => client.query<{ box: Buffer }>('SELECT box FROM urn'))
  return rows.map(({ box }) => box.subarray(0, 32))
}

/** The wave's secrets as they could stand anywhere: raw, in base64url, in hex. @param folder the vault */
export function readSecrets(folder: string): Buffer[] {
  return readdirSync(folder).flatMap((name) => {
    // The installation's own key lies beside those of waves, and stays.
    if (!name.endsWith('.keys')) return []
    const kept: Record<string, string> = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    return Object.values(kept).flatMap((text) => {
      const bytes = Buffer.from(text, 'base64url')
      return [bytes, Buffer.from(text), Buffer.from(bytes.toString('hex'))]
    })
  })
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
