import type { CauseKind } from '@chorus/contracts/action-causes'
import type { ActionNote } from '@chorus/contracts/actions'
import { and, asc, eq, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { action } from '../schema/actions.ts'
import { person, unit, unitLead } from '../schema/organisation.ts'
import { isShown } from './targets.ts'

type Row = typeof action.$inferSelect
export type NewAction = Omit<Row, 'id'>
/** An action with the names that the roster has today; `ownerName` as it was written where nobody on it is meant. */
export type ActionRow = Row & { readonly unitName: string }
/** What is undefined stays as it is. */
type Change = {
  readonly [Field in keyof Omit<Row, 'organisation' | 'id' | 'unit' | 'notes' | 'added'>]?:
    | Row[Field]
    | undefined
}
type ActionKey = { readonly organisation: string; readonly id: string }

/** What some units do, the earliest day first, without what is hidden. */
export async function listActions(
  office: Office,
  organisation: string,
  units: readonly string[],
): Promise<ActionRow[]> {
  return actionsWithNames(office)
    .where(
      and(
        eq(action.organisation, organisation),
        inArray(action.unit, [...units]),
        isShown('action', organisation, action.id),
      ),
    )
    .orderBy(asc(action.due), asc(action.id))
}

/** Which actions a board shows; undefined: whichever. */
export type BoardPart = {
  /** Null: of all units. */
  readonly units: readonly string[] | null
  readonly owner: string | undefined
  /** ISO day: those that are still open and were meant for an earlier one. */
  readonly openBefore: string | undefined
  readonly cause: CauseKind | undefined
}

/** Open ones first, each by its day, without what is hidden. */
export async function listBoard(
  office: Office,
  organisation: string,
  { units, owner, openBefore, cause }: BoardPart,
  limit: number,
): Promise<ActionRow[]> {
  return actionsWithNames(office)
    .where(
      and(
        eq(action.organisation, organisation),
        ofUnits(units),
        owner === undefined ? undefined : eq(action.owner, owner),
        openBefore === undefined ? undefined : and(isOpen, lt(action.due, openBefore)),
        cause === undefined ? undefined : eq(sql`${action.cause}->>'kind'`, cause),
        isShown('action', organisation, action.id),
      ),
    )
    .orderBy(sql`NOT (${isOpen})`, asc(action.due), asc(action.id))
    .limit(limit)
}

/** Units that do anything, by name. @param units null: of all */
export async function listActingUnits(
  office: Office,
  organisation: string,
  units: readonly string[] | null,
): Promise<{ id: string; name: string }[]> {
  return office
    .selectDistinct({ id: unit.id, name: unit.name })
    .from(action)
    .innerJoin(unit, and(eq(unit.organisation, action.organisation), eq(unit.id, action.unit)))
    .where(and(eq(action.organisation, organisation), ofUnits(units)))
    .orderBy(asc(unit.name), asc(unit.id))
    .limit(mostUnits)
}

const mostUnits = 300
const isOpen = inArray(action.state, ['planned', 'under way'])

function ofUnits(units: readonly string[] | null): SQL | undefined {
  return units === null ? undefined : sql`${action.unit} = ANY(${sql.param([...units])}::text[])`
}

export async function findAction(office: Office, key: ActionKey): Promise<ActionRow | null> {
  const [row] = await actionsWithNames(office).where(thisAction(key))
  return row ?? null
}

export async function insertAction(office: Office, row: NewAction): Promise<string> {
  const [written] = await office.insert(action).values(row).returning({ id: action.id })
  if (!written) throw new Error('PostgreSQL returned no row for an insert')
  return written.id
}

/** @param note goes behind those that are there, also when two people write at once */
export async function updateAction(
  office: Office,
  key: ActionKey,
  change: Change,
  note: ActionNote | null,
): Promise<void> {
  const notes = note && { notes: sql`${action.notes} || ${JSON.stringify([note])}::jsonb` }
  await office
    .update(action)
    .set({ ...change, ...notes })
    .where(thisAction(key))
}

const mostOwners = 300

/** The people of a unit itself and who leads it, by name. */
export async function listPossibleOwners(
  office: Office,
  organisation: string,
  unitId: string,
): Promise<{ id: string; name: string }[]> {
  const leads = office
    .select({ person: unitLead.person })
    .from(unitLead)
    .where(and(eq(unitLead.organisation, organisation), eq(unitLead.unit, unitId)))
  return office
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(
      and(
        eq(person.organisation, organisation),
        isNull(person.eraseOn),
        or(eq(person.unit, unitId), inArray(person.id, leads)),
      ),
    )
    .orderBy(asc(person.name), asc(person.id))
    .limit(mostOwners)
}

/** Actions with the names of today, for whoever lists some of them. */
export function actionsWithNames(office: Office) {
  return office
    .select({
      organisation: action.organisation,
      id: action.id,
      unit: action.unit,
      unitName: unit.name,
      title: action.title,
      cause: action.cause,
      owner: person.id,
      ownerName: sql<string>`coalesce(${person.name}, ${action.ownerName})`,
      due: action.due,
      state: action.state,
      notes: action.notes,
      changed: action.changed,
      added: action.added,
    })
    .from(action)
    .innerJoin(unit, and(eq(unit.organisation, action.organisation), eq(unit.id, action.unit)))
    .leftJoin(
      person,
      and(eq(person.organisation, action.organisation), eq(person.id, action.owner), isNull(person.eraseOn)),
    )
}

function thisAction({ organisation, id }: ActionKey) {
  return and(eq(action.organisation, organisation), eq(action.id, id))
}
