import type { DraftItem, DraftScale, DraftText, InstrumentDraft } from '@chorus/contracts/instruments'
import type { Locale } from '@chorus/contracts/locale'

/** Where in a questionnaire something is wrong: a scale, one of its items, a language; left out where it is about the whole. */
export type DraftPlace = { readonly scale?: string; readonly item?: string; readonly language?: Locale }

/**
 * What keeps a draft from being asked (`must`), and what a good questionnaire would not do (`should`).
 * Pages and the command line say it by the code, in words.
 */
export type DraftFault = DraftPlace & {
  readonly code:
    | 'name-missing'
    | 'no-scale'
    | 'scale-name-missing'
    | 'scale-empty'
    | 'text-missing'
    | 'text-twice'
    | 'id-twice'
    | 'range-empty'
    | 'ranges-differ'
    | 'text-long'
    | 'few-items'
    | 'source-missing'
  readonly weight: 'must' | 'should'
}

/** An item holds one idea in at most so many words, so that it is understood at the first reading. */
export const mostWords = 15
/** Fewer items than these give a scale whose reliability cannot be told. */
const fewestItems = 3

/** Everything that is wrong, in the order of the questionnaire. */
export function draftFaults(draft: InstrumentDraft): DraftFault[] {
  const seen = { ids: new Set<string>(), texts: new Set<string>() }
  return [
    ...gaps(draft.name, draft.languages).map((language) => must('name-missing', { language })),
    ...(draft.scales.length === 0 ? [must('no-scale')] : []),
    ...draft.scales.flatMap((scale) => scaleFaults(scale, draft.languages, seen)),
  ]
}

export function mayBeAsked(draft: InstrumentDraft): boolean {
  return draftFaults(draft).every(({ weight }) => weight === 'should')
}

type Seen = { readonly ids: Set<string>; readonly texts: Set<string> }

function scaleFaults(scale: DraftScale, languages: readonly Locale[], seen: Seen): DraftFault[] {
  const at = { scale: scale.id }
  const [first] = scale.items
  const faults: DraftFault[] = gaps(scale.name, languages).map((language) =>
    must('scale-name-missing', { ...at, language }),
  )
  if (isTaken(seen.ids, scale.id)) faults.push(must('id-twice', at))
  if (!first) faults.push(must('scale-empty', at))
  else if (scale.role !== 'outcome' && scale.items.length < fewestItems) faults.push(should('few-items', at))
  if (
    scale.role !== 'outcome' &&
    scale.items.some((item) => item.min !== first?.min || item.max !== first.max)
  )
    faults.push(must('ranges-differ', at))
  if (scale.source.trim() === '') faults.push(should('source-missing', at))
  return [...faults, ...scale.items.flatMap((item) => itemFaults(scale, item, languages, seen))]
}

function itemFaults(
  scale: DraftScale,
  item: DraftItem,
  languages: readonly Locale[],
  seen: Seen,
): DraftFault[] {
  const at = { scale: scale.id, item: item.id }
  const faults: DraftFault[] = gaps(item.text, languages).map((language) =>
    must('text-missing', { ...at, language }),
  )
  if (isTaken(seen.ids, item.id)) faults.push(must('id-twice', at))
  if (item.max <= item.min) faults.push(must('range-empty', at))
  for (const language of languages) {
    const text = item.text[language]?.trim()
    if (!text) continue
    if (isTaken(seen.texts, `${language} ${text.toLowerCase()}`))
      faults.push(must('text-twice', { ...at, language }))
    if (wordsIn(text, language) > mostWords) faults.push(should('text-long', { ...at, language }))
  }
  return faults
}

function gaps(text: DraftText, languages: readonly Locale[]): Locale[] {
  return languages.filter((language) => !text[language]?.trim())
}

/** Notes it, and tells whether it was there before. */
function isTaken(seen: Set<string>, value: string): boolean {
  const before = seen.size
  return seen.add(value).size === before
}

/** Japanese writes no spaces: about two and a half characters stand for one word. */
function wordsIn(text: string, language: Locale): number {
  return language === 'ja' ? Math.ceil(text.length / 2.5) : text.split(/\s+/).length
}

function must(code: DraftFault['code'], place: DraftPlace = {}): DraftFault {
  return { code, weight: 'must', ...place }
}

function should(code: DraftFault['code'], place: DraftPlace): DraftFault {
  return { code, weight: 'should', ...place }
}
