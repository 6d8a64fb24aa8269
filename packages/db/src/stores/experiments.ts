import { and, desc, eq, gte, isNull, lte, ne, type SQL, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { experiment } from '../schema/experiments.ts'
import { person, unit, unitLead } from '../schema/organisation.ts'
import { isShown } from './targets.ts'
import { removeThread } from './threads.ts'

type Row = typeof experiment.$inferSelect
export type NewExperiment = Omit<Row, 'id' | 'lesson'>
/** With the names of today; `ownerName` is null where nobody of today planned it. */
export type ExperimentRow = Row & { readonly ownerName: string | null }
type ExperimentKey = { readonly organisation: string; readonly id: string }
type Planned = Pick<
  Row,
  'title' | 'hypothesis' | 'doing' | 'measure' | 'fromDay' | 'toDay' | 'criterion' | 'unit' | 'unitName'
>

/** Those that end last come first, without what is hidden. @param units null: of all, also of those that are gone */
export async function listExperiments(
  office: Office,
  organisation: string,
  units: readonly string[] | null,
  limit: number,
): Promise<ExperimentRow[]> {
  return withNames(office)
    .where(
      and(
        eq(experiment.organisation, organisation),
        ofUnits(units),
        isShown('experiment', organisation, experiment.id),
      ),
    )
    .orderBy(desc(experiment.toDay), desc(experiment.id))
    .limit(limit)
}

/** Those that somebody planned, hidden or not. */
export async function listExperimentsBy(
  office: Office,
  { organisation, person: owner }: { readonly organisation: string; readonly person: string },
): Promise<ExperimentRow[]> {
  return withNames(office)
    .where(and(eq(experiment.organisation, organisation), eq(experiment.owner, owner)))
    .orderBy(desc(experiment.toDay), desc(experiment.id))
}

export async function findExperiment(office: Office, key: ExperimentKey): Promise<ExperimentRow | null> {
  const [row] = await withNames(office).where(thisExperiment(key))
  return row ?? null
}

export async function insertExperiment(office: Office, row: NewExperiment): Promise<string> {
  const [written] = await office.insert(experiment).values(row).returning({ id: experiment.id })
  if (!written) throw new Error('PostgreSQL returned no row for an insert')
  return written.id
}

/** Whether a unit has another experiment in a stretch of days: one at a time, so that each is one comparison. @param except itself */
export async function hasOverlapping(
  office: Office,
  {
    organisation,
    unit: id,
    fromDay,
    toDay,
  }: Pick<NewExperiment, 'organisation' | 'unit' | 'fromDay' | 'toDay'>,
  except: string | null,
): Promise<boolean> {
  const rows = await office
    .select({ id: experiment.id })
    .from(experiment)
    .where(
      and(
        eq(experiment.organisation, organisation),
        eq(experiment.unit, id ?? ''),
        lte(experiment.fromDay, toDay),
        gte(experiment.toDay, fromDay),
        except === null ? undefined : ne(experiment.id, except),
      ),
    )
    .limit(1)
  return rows.length > 0
}

export async function updateExperiment(office: Office, key: ExperimentKey, planned: Planned): Promise<void> {
  await office.update(experiment).set(planned).where(thisExperiment(key))
}

export async function amendExperiment(
  office: Office,
  key: ExperimentKey,
  amendment: Row['amendments'][number],
): Promise<void> {
  await office
    .update(experiment)
    .set({ amendments: sql`${experiment.amendments} || ${JSON.stringify([amendment])}::jsonb` })
    .where(thisExperiment(key))
}

export async function setExperimentLesson(office: Office, key: ExperimentKey, lesson: string): Promise<void> {
  await office.update(experiment).set({ lesson }).where(thisExperiment(key))
}

/** @param cover gives words with what is to be black. @returns whether there was anything to black out */
export async function blackOutExperiment(
  office: Office,
  key: ExperimentKey,
  cover: (words: string) => string,
): Promise<boolean> {
  return office.transaction(async (tx) => {
    const [row] = await tx.select().from(experiment).where(thisExperiment(key)).for('update')
    if (!row) return false
    const { title, hypothesis, doing } = row
    if ([title, hypothesis, doing].every((words) => cover(words) === words)) return false
    await tx
      .update(experiment)
      .set({ title: cover(title), hypothesis: cover(hypothesis), doing: cover(doing) })
      .where(thisExperiment(key))
    return true
  })
}

/** Takes a plan back, with what was said to it. */
export async function deleteExperiment(office: Office, key: ExperimentKey): Promise<void> {
  await office.transaction(async (tx) => {
    await removeThread(tx, { organisation: key.organisation, kind: 'experiment', id: key.id })
    await tx.delete(experiment).where(thisExperiment(key))
  })
}

/** Ids of who leads a unit. */
export async function leadersOf(office: Office, organisation: string, unitId: string): Promise<string[]> {
  const rows = await office
    .select({ person: unitLead.person })
    .from(unitLead)
    .where(and(eq(unitLead.organisation, organisation), eq(unitLead.unit, unitId)))
  return rows.map((row) => row.person)
}

function ofUnits(units: readonly string[] | null): SQL | undefined {
  return units === null ? undefined : sql`${experiment.unit} = ANY(${sql.param([...units])}::text[])`
}

function withNames(office: Office) {
  return office
    .select({
      organisation: experiment.organisation,
      id: experiment.id,
      unit: experiment.unit,
      unitName: sql<string>`coalesce(${unit.name}, ${experiment.unitName})`,
      programme: experiment.programme,
      owner: experiment.owner,
      ownerName: person.name,
      title: experiment.title,
      hypothesis: experiment.hypothesis,
      doing: experiment.doing,
      measure: experiment.measure,
      fromDay: experiment.fromDay,
      toDay: experiment.toDay,
      criterion: experiment.criterion,
      amendments: experiment.amendments,
      lesson: experiment.lesson,
    })
    .from(experiment)
    .leftJoin(unit, and(eq(unit.organisation, experiment.organisation), eq(unit.id, experiment.unit)))
    .leftJoin(
      person,
      and(
        eq(person.organisation, experiment.organisation),
        eq(person.id, experiment.owner),
        isNull(person.eraseOn),
      ),
    )
}

function thisExperiment({ organisation, id }: ExperimentKey) {
  return and(eq(experiment.organisation, organisation), eq(experiment.id, id))
}
