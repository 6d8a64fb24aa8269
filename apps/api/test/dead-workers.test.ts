import { type Database, openDatabase } from '@chorus/db/database'
import { beginLife, findDeadWorkers } from '@chorus/db/stores/job-queue'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { cloneTestDatabase, type TestDatabase } from '../../../packages/db/test/support/test-database.ts'
import { openQueue } from '../src/jobs/queue-tools.ts'

let place: TestDatabase
let database: Database

beforeAll(async () => {
  place = await cloneTestDatabase()
  database = openDatabase(place.url)
  const utils = await openQueue({ database, report: () => undefined })
  await utils.release()
})

afterAll(async () => {
  await database.close()
  await place.drop()
})

const ask = (statement: string) => database.jobs.$client.query(statement)

beforeEach(async () => {
  await ask(`DELETE FROM graphile_worker._private_jobs`)
  await ask(`SELECT graphile_worker.add_job('close', '{}', queue_name := 'programme:one')`)
  await ask(`UPDATE graphile_worker._private_job_queues SET locked_by = NULL, locked_at = NULL`)
})

const hold = (table: string, worker: string) =>
  ask(`UPDATE graphile_worker.${table} SET locked_by = '${worker}', locked_at = now()`)

test('a worker that has taken its first job before it could say its name is not held for dead', async () => {
  const alive = await beginLife(database.jobs)
  await hold('_private_jobs', 'beginner')
  expect(await findDeadWorkers(database.jobs)).toEqual([])
  await alive.named('beginner')
  expect(await findDeadWorkers(database.jobs)).toEqual([])
  alive.end()
  await expect.poll(() => findDeadWorkers(database.jobs)).toEqual(['beginner'])
})

test('a queue that a vanished worker holds is found, also when none of its jobs is left', async () => {
  await hold('_private_job_queues', 'vanished')
  expect(await findDeadWorkers(database.jobs)).toEqual(['vanished'])
})
