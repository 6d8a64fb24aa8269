import { err, ok, type Result } from '@chorus/basics/result'
import { itemId, scaleId } from '@chorus/contracts/ids'
import { scaleRole } from '@chorus/contracts/instrument'
import { longestText, mostItems, mostScales } from '@chorus/contracts/instrument-limits'
import {
  type DraftItem,
  type DraftScale,
  type DraftText,
  draftItem,
  draftScale,
  type InstrumentDraft,
  instrumentDraft,
} from '@chorus/contracts/instruments'
import { type Locale, locales } from '@chorus/contracts/locale'
import type { Fault } from '@chorus/contracts/problems'
import { columnsOf } from '../csv/columns.ts'
import { readCsv, type Source } from '../csv/csv-reader.ts'
import { FaultList, type Faults } from '../csv/fault-list.ts'

const columnRules = {
  required: ['scale_id', 'item_id'],
  optional: ['role', 'from_wave', 'source', 'reversed', 'min', 'max'],
  alsoAllowed: (name: string) => languageOf(name) !== null,
}

/**
 * Reads a questionnaire from a table with an item in each row: `scale_id`, `item_id`, `text:<language>` for at least one language that Chorus
 * offers; optional `name:`, `scale_name:`, `role` (core, rotating, outcome; empty = core), `from_wave`, `source`, `reversed` (yes, no; empty = no),
 * `min` and `max` (empty = 1 and 7). What describes a scale is taken from its first row, its name from the first that has one. Every fault is found; with a
 * single one nothing of the file is used. Missing texts are no fault: the draft shows where they are.
 */
export async function readInstrumentCsv(
  source: Source,
  file: string,
): Promise<Result<InstrumentDraft, Faults>> {
  const faults = new FaultList()
  const scales = new Map<string, DraftScale>()
  const name: DraftText = {}
  let languages: Locale[] = []

  await readCsv(source, file, faults, (header) => {
    const columns = columnsOf(header, file, columnRules, faults)
    if (!columns) return null
    languages = locales.filter((locale) => columns.has(`text:${locale}`))
    if (languages.length === 0) {
      const missing = { name: 'text:en' }
      faults.add({
        file,
        line: 1,
        column: null,
        code: 'missing-column',
        message: 'a column "text:en" is missing',
        values: missing,
      })
      return null
    }
    return (fields, line) => {
      const get = (column: string) => (fields[columns.get(column) ?? -1] ?? '').trim()
      const fault = (column: string, code: string, message: string, values: Fault['values'] = {}) =>
        faults.add({ file, line: line(), column: (columns.get(column) ?? 0) + 1, code, message, values })
      const texts = (what: string): DraftText =>
        Object.fromEntries(
          languages.flatMap((language) => {
            const column = `${what}:${language}`
            const text = get(column)
            if (text.length > longestText)
              fault(column, 'text-too-long', `a text has at most ${longestText} characters`, {
                most: longestText,
              })
            return text === '' ? [] : [[language, text]]
          }),
        )
      const choose = <T>(
        column: string,
        fallback: string,
        read: (text: string) => T | undefined,
        known: string,
      ) => {
        const value = read(get(column).toLowerCase() || fallback)
        if (value === undefined) fault(column, 'unknown-value', `one of ${known} is expected here`, { known })
        return value
      }
      for (const [column, shape] of [
        ['scale_id', scaleId],
        ['item_id', itemId],
      ] as const)
        if (!shape.safeParse(get(column)).success)
          fault(column, get(column) === '' ? 'missing-value' : 'malformed-id', 'an id is needed here', {
            name: column,
            most: 100,
          })

      fill(name, texts('name'))
      const role = choose(
        'role',
        'core',
        (text) => scaleRole.options.find((one) => one === text),
        scaleRole.options.join(', '),
      )
      const fromWave = choose('from_wave', '1', wholeNumber(1, 100), '1 to 100')
      const scale = draftScale.safeParse({
        id: get('scale_id'),
        name: {},
        role: role ?? 'core',
        ...(fromWave === undefined || fromWave === 1 ? {} : { fromWave }),
        source: get('source').slice(0, longestText),
        items: [],
      })
      const item = draftItem.safeParse({
        id: get('item_id'),
        reversed: choose('reversed', 'no', yesOrNo, 'yes, no') ?? false,
        min: choose('min', '1', wholeNumber(0, 10), '0 to 10') ?? 1,
        max: choose('max', '7', wholeNumber(0, 10), '0 to 10') ?? 7,
        text: texts('text'),
      })
      if (!scale.success || !item.success) return
      const known = scales.get(scale.data.id) ?? scale.data
      scales.set(known.id, { ...known, items: [...known.items, item.data] satisfies DraftItem[] })
      fill(known.name, texts('scale_name'))
      if (scales.size > mostScales || known.items.length >= mostItems)
        fault(
          'item_id',
          'too-many-rows',
          `a questionnaire has at most ${mostScales} scales of ${mostItems} items`,
          { scales: mostScales, items: mostItems },
        )
    }
  })

  if (faults.inAll > 0) return err(faults)
  return ok(instrumentDraft.parse({ name, languages, scales: [...scales.values()] }))
}

/** What is there already stays. */
function fill(text: DraftText, more: DraftText): void {
  for (const locale of locales) {
    const words = more[locale]
    if (text[locale] === undefined && words !== undefined) text[locale] = words
  }
}

function languageOf(column: string): Locale | null {
  const language = /^(?:name|scale_name|text):(.+)$/.exec(column)?.[1]
  return locales.find((locale) => locale === language) ?? null
}

function yesOrNo(text: string): boolean | undefined {
  return text === 'yes' ? true : text === 'no' ? false : undefined
}

function wholeNumber(least: number, most: number) {
  return (text: string): number | undefined => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
    return value >= least && value <= most ? value : undefined
  }
}
