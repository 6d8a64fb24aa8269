import { z } from 'zod'
import { itemId, scaleId } from './ids.ts'
import { instrument, scale, scaleRole } from './instrument.ts'
import { longestText, mostItems, mostScales } from './instrument-limits.ts'
import { locales } from './locale.ts'

/** A text in some languages; while it is being written it may be empty. */
export const draftText = z.partialRecord(z.enum(locales), z.string().max(longestText))
export type DraftText = z.infer<typeof draftText>

export const draftItem = z
  .object({
    id: itemId,
    reversed: z.boolean(),
    /** Whole numbers, which a person can be offered as answers. */
    min: z.int().min(0).max(10),
    max: z.int().min(0).max(10),
    text: draftText,
  })
  .strict()
export type DraftItem = z.infer<typeof draftItem>

export const draftScale = z
  .object({
    id: scaleId,
    name: draftText,
    role: scaleRole,
    /** Not asked before this wave of a programme, counted from 1; left out: from the first. */
    fromWave: z.int().min(1).max(100).optional(),
    /** What it is modelled on, or where it comes from. */
    source: z.string().max(longestText),
    items: z.array(draftItem).max(mostItems),
  })
  .strict()
export type DraftScale = z.infer<typeof draftScale>

/** A questionnaire that is being written: it may have gaps, which `draftFaults` names. */
export const instrumentDraft = z
  .object({
    name: draftText,
    /** The languages in which every text has to be there. */
    languages: z.array(z.enum(locales)).min(1),
    scales: z.array(draftScale).max(mostScales),
  })
  .strict()
export type InstrumentDraft = z.infer<typeof instrumentDraft>

export const instrumentId = z.uuid().brand<'InstrumentId'>()
export type InstrumentId = z.infer<typeof instrumentId>

/** draft: can be changed and not be asked. final: can be asked and never be changed again. */
export const instrumentState = z.enum(['draft', 'final'])

export const instrumentVersion = z.object({ version: z.int().min(1), state: instrumentState })

/** `GET /api/instruments`, HR: the questionnaires of the organisation's own, and the scales that Chorus brings. */
export const ownInstruments = z.object({
  instruments: z.array(
    z.object({
      id: instrumentId,
      name: draftText,
      /** Newest first. */
      versions: z.array(instrumentVersion),
      /** Names of the programmes that ask one of its versions. */
      askedBy: z.array(z.string()),
    }),
  ),
  library: z.object({ name: instrument.shape.name, scales: z.array(scale) }),
})
export type OwnInstruments = z.infer<typeof ownInstruments>

/** `POST /api/instruments`: a new questionnaire, empty, or with the scales that Chorus brings. */
export const newInstrument = z
  .object({
    name: z.string().trim().min(1).max(longestText),
    language: z.enum(locales),
    from: z.enum(['nothing', 'library']),
  })
  .strict()
export type NewInstrument = z.infer<typeof newInstrument>

/** One version of a questionnaire, with what it takes to go on writing it. */
export const instrumentAnswer = z.object({
  id: instrumentId,
  version: z.int().min(1),
  state: instrumentState,
  /** Counts how often the draft was saved: who saves says which one was read. */
  revision: z.int().min(0),
  content: instrumentDraft,
  /** The version before, to be compared; null for a first one. */
  before: z.object({ version: z.int().min(1), content: instrumentDraft }).nullable(),
  versions: z.array(instrumentVersion),
})
export type InstrumentAnswer = z.infer<typeof instrumentAnswer>

/** `PUT /api/instruments/{instrument}/draft`. Refused when somebody else saved since this revision was read. */
export const saveDraft = z.object({ revision: z.int().min(0), content: instrumentDraft }).strict()

/** An instrument file that can be asked here: whole numbers from 0 to 10 as answers, and no more than a draft holds. */
export const instrumentFile = instrument.superRefine(({ scales }, context) => {
  const refuse = (path: (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path: ['scales', ...path], message })
  if (scales.length > mostScales) refuse([], `there are more than ${mostScales} scales`)
  scales.forEach(({ items }, at) => {
    if (items.length > mostItems) refuse([at, 'items'], `there are more than ${mostItems} items`)
    items.forEach((item, n) => {
      for (const end of ['min', 'max'] as const)
        if (!draftItem.shape[end].safeParse(item[end]).success)
          refuse([at, 'items', n, end], 'answers are whole numbers from 0 to 10')
      for (const [language, text] of Object.entries(item.text))
        if (text.length > longestText)
          refuse([at, 'items', n, 'text', language], `a text has at most ${longestText} characters`)
    })
  })
})

/** What a programme asks from its next wave on: a final version of one's own, or null for what Chorus brings. */
export const instrumentChoice = z.object({ id: instrumentId, version: z.int().min(1) }).nullable()
export type InstrumentChoice = z.infer<typeof instrumentChoice>

/** What manifests and releases call a version of one's own. */
export function ownInstrumentName({ id, version }: { id: string; version: number }): string {
  return `${id}/${version}`
}
