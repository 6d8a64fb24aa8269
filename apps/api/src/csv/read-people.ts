import { err, ok, type Result } from '@chorus/basics/result'
import type { Fault } from '@chorus/contracts/problems'
import { zone } from '@chorus/contracts/quiet-hours'
import { columnsOf, cutColumns, isCutColumn } from './columns.ts'
import { readCsv, type Source } from './csv-reader.ts'
import { FaultList, type Faults } from './fault-list.ts'
import { looksLikeEmail } from './looks-like-email.ts'
import { meantColumns } from './meant-columns.ts'

const rosterRoles = ['employee', 'hr', 'administrator', 'auditor'] as const
const channels = ['online', 'paper'] as const
type RosterRole = (typeof rosterRoles)[number]

/** One person of the roster, as in the file. */
export type PersonRow = {
  readonly personId: string
  readonly name: string
  /** In lower case. */
  readonly email: string
  readonly unit: string
  readonly role: RosterRole
  /** Units that the person leads. */
  readonly manages: readonly string[]
  /** Units that somebody of HR works for, empty for the whole tree; null when the file has no such column. */
  readonly hrUnits: readonly string[] | null
  /** Language tag such as "de"; null when the file says nothing. */
  readonly language: string | null
  /** Attribute -> category, from the columns "cut:<name>"; empty fields are left out. */
  readonly cuts: Readonly<Record<string, string>>
  /** How the person answers; online when the file says nothing. */
  readonly channel: (typeof channels)[number]
  /** Names of the units from the top down, where columns name levels of the tree. */
  readonly path: readonly string[]
  /** Person id or address of who leads the person; empty for nobody. */
  readonly manager: string
  /** IANA time zone such as "Europe/Zurich"; null when the file says nothing. */
  readonly zone: string | null
  readonly line: number
}

/** Finds a unit by what a file calls it. Null: units follow from the rows, and whoever asks looks at `path` and `manager`. */
export type FindUnit = ((text: string) => string | undefined) | null

const columnRules = {
  required: ['person_id', 'name', 'email', 'unit_id'],
  optional: ['role', 'manages', 'hr_units', 'language', 'channel', 'zone'],
  alsoAllowed: isCutColumn,
}

/**
 * Reads people.csv: `person_id`, `name`, `email`, `unit_id`; optional `role` (employee, hr, administrator, auditor; empty = employee),
 * `manages` (unit ids with a space between), `hr_units` (for HR of a part, the same way), `language`, `channel` (online, paper; empty = online), `zone` (IANA time zone), and any `cut:<name>`. Every fault is found; with a single
 * one nothing of the file is used. Messages point at the place and do not repeat names or addresses.
 * @param findUnit gives the id of a unit that people belong to
 * @param meanings what the columns mean, in their order, where they have other names
 */
export async function readPeople(
  source: Source,
  file: string,
  findUnit: FindUnit,
  meanings?: readonly string[],
): Promise<Result<PersonRow[], Faults>> {
  const faults = new FaultList()
  const people: PersonRow[] = []
  const ids = new Map<string, number>()
  const emails = new Map<string, number>()
  const isZone = remembered((name) => zone.safeParse(name).success)

  await readCsv(source, file, faults, (header) => {
    const columns = meanings
      ? meantColumns(header, meanings, file, faults)
      : columnsOf(header, file, columnRules, faults)
    if (!columns) return null
    const cuts = cutColumns(columns)
    const levels = [...columns.keys()].filter((name) => name.startsWith('level:')).sort()
    const required = requiredIn(columns)

    return (fields, lineOf) => {
      const line = lineOf()
      const get = (name: string) => (fields[columns.get(name) ?? -1] ?? '').trim()
      const fault = (name: string, code: string, message: string, values: Fault['values'] = {}) =>
        faults.add({ file, line, column: (columns.get(name) ?? 0) + 1, code, message, values })
      const once = (seen: Map<string, number>, name: string, value: string) => {
        const first = seen.get(value)
        if (first !== undefined)
          fault(name, 'duplicate-id', `the same ${name} stands in line ${first}`, { name, first })
        else seen.set(value, line)
      }

      for (const name of required)
        if (get(name) === '') fault(name, 'missing-value', `the person has no ${name}`, { name })
      const personId = get('person_id')
      if (personId) once(ids, 'person_id', personId)
      const email = get('email').toLowerCase()
      if (email && !looksLikeEmail(email)) fault('email', 'malformed-email', 'this is not an e-mail address')
      else if (email) once(emails, 'email', email)
      const unit = get('unit_id')
      const found = findUnit ? findUnit(unit) : unit
      if (unit && found === undefined)
        fault('unit_id', 'unknown-unit', `there is no unit "${unit}"`, { unit })
      const role = roleOf(get('role'))
      if (!role)
        fault('role', 'unknown-role', `a role is one of ${rosterRoles.join(', ')}, or empty`, {
          known: rosterRoles.join(', '),
        })
      const unitsIn = (name: 'manages' | 'hr_units') =>
        get(name)
          .split(/\s+/)
          .filter(Boolean)
          .map((text) => {
            const id = findUnit ? findUnit(text) : text
            if (id === undefined) fault(name, 'unknown-unit', `there is no unit "${text}"`, { unit: text })
            return id ?? text
          })
      const manages = unitsIn('manages')
      const hrUnits = unitsIn('hr_units')
      if (hrUnits.length > 0 && role !== 'hr')
        fault('hr_units', 'hr-units-without-hr', 'only somebody whose role is hr works for units as HR')
      const language = get('language') || null
      if (language !== null && !isLanguageTag(language))
        fault('language', 'malformed-language', 'a language is a tag such as "en" or "de"')

      const channel = channelOf(get('channel'))
      if (!channel)
        fault('channel', 'unknown-channel', `a channel is one of ${channels.join(', ')}, or empty`, {
          known: channels.join(', '),
        })

      const zoneName = get('zone') || null
      if (zoneName !== null && !isZone(zoneName))
        fault('zone', 'unknown-zone', 'a time zone has a name such as "Europe/Zurich"')

      people.push({
        personId,
        name: get('name') || [get('first_name'), get('last_name')].filter(Boolean).join(' '),
        email,
        unit: found ?? unit,
        role: role ?? 'employee',
        manages: [...new Set(manages)],
        hrUnits: columns.has('hr_units') ? [...new Set(hrUnits)] : null,
        language,
        cuts: Object.fromEntries(
          cuts
            .map(([name, index]) => [name, (fields[index] ?? '').trim()])
            .filter(([, value]) => value !== ''),
        ),
        channel: channel ?? 'online',
        path: levels.map(get),
        manager: get('manager'),
        zone: zoneName,
        line,
      })
    }
  })

  return faults.inAll === 0 ? ok(people) : err(faults)
}

/** A name may stand in two columns, and a unit may follow from others. */
function requiredIn(columns: ReadonlyMap<string, number>): string[] {
  const nameColumn = ['name', 'last_name', 'first_name'].find((name) => columns.has(name)) ?? 'name'
  return columnRules.required
    .map((name) => (name === 'name' ? nameColumn : name))
    .filter((name) => columns.has(name))
}

function roleOf(text: string): RosterRole | undefined {
  return text === '' ? 'employee' : rosterRoles.find((role) => role === text.toLowerCase())
}

function channelOf(text: string): PersonRow['channel'] | undefined {
  return text === '' ? 'online' : channels.find((channel) => channel === text.toLowerCase())
}

/** "de", "pt-BR". */
export function isLanguageTag(text: string): boolean {
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text)
}

/** Looking a zone up takes a while, and a file names few of them, each many times. */
function remembered(check: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>()
  return (name) => {
    const before = known.get(name)
    if (before !== undefined) return before
    const answer = check(name)
    known.set(name, answer)
    return answer
  }
}
