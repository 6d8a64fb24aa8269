import { z } from 'zod'
import { itemId, scaleId } from './ids.ts'

/** A text in one or more languages (BCP 47 tag -> text). Whoever reads none of them gets the English one, else the first. */
export const localisedText = z
  .record(z.string(), z.string().min(1))
  .refine((text) => Object.keys(text).length > 0, {
    message: 'a text in at least one language is needed, such as {"en": "..."}',
  })
export type LocalisedText = z.infer<typeof localisedText>

/** A name: the same in all languages, or one for each. */
export const instrumentName = z.union([z.string().min(1), localisedText])

export const item = z
  .object({
    id: itemId,
    /** A high answer speaks against the construct: turned round before scoring. */
    reversed: z.boolean().default(false),
    min: z.number().default(1),
    max: z.number().default(7),
    text: localisedText,
  })
  .refine((i) => i.max > i.min, { message: '"max" must be above "min"' })
export type Item = z.infer<typeof item>

/** core: asked in every wave. rotating: returns by wave. outcome: its items stand alone, without a scale score. */
export const scaleRole = z.enum(['core', 'rotating', 'outcome'])

export const scale = z.object({
  id: scaleId,
  name: instrumentName,
  role: scaleRole,
  /** Not asked before this wave of a programme, counted from 1: for questions about earlier waves. */
  fromWave: z.int().min(1).optional(),
  /** The construct it is modelled on, and that it is not the validated wording. */
  source: z.string().optional(),
  items: z.array(item).min(1),
})
export type Scale = z.infer<typeof scale>

/** A questionnaire: scales of items. The items of one scale share their range, or its mean would mean nothing. */
export const instrument = z
  .object({
    id: z.string().min(1),
    name: instrumentName,
    scales: z.array(scale).min(1),
  })
  .superRefine((value, context) => {
    const seen = new Set<string>()
    value.scales.forEach((s, scaleIndex) => {
      const ids: [string, (string | number)[]][] = [
        [s.id, ['scales', scaleIndex, 'id']],
        ...s.items.map((i, n): [string, (string | number)[]] => [
          i.id,
          ['scales', scaleIndex, 'items', n, 'id'],
        ]),
      ]
      for (const [id, path] of ids) {
        if (seen.has(id)) context.addIssue({ code: 'custom', path, message: `the id "${id}" is used twice` })
        seen.add(id)
      }
      const first = s.items[0]
      s.items.forEach((i, n) => {
        if (s.role !== 'outcome' && first && (i.min !== first.min || i.max !== first.max))
          context.addIssue({
            code: 'custom',
            path: ['scales', scaleIndex, 'items', n],
            message: `all items of the scale "${s.id}" need the same min and max`,
          })
      })
    })
  })
export type Instrument = z.infer<typeof instrument>
