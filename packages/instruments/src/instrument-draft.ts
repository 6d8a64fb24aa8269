import { type Instrument, instrument } from '@chorus/contracts/instrument'
import { type InstrumentDraft, instrumentDraft } from '@chorus/contracts/instruments'
import { locales } from '@chorus/contracts/locale'
import { draftScaleOf, draftText, scalesOfDraft, textsIn } from './draft-scales.ts'

/**
 * The questionnaire of a draft without faults, with the texts of its languages alone.
 * @param id what reports and manifests call it
 * @throws ZodError when the draft has faults that `draftFaults` would name
 */
export function finishedInstrument(draft: InstrumentDraft, id: string): Instrument {
  return instrument.parse({ id, name: textsIn(draft.name, draft.languages), scales: scalesOfDraft(draft) })
}

/**
 * A questionnaire as a draft to go on from. Languages that Chorus does not offer are left out.
 * @throws ZodError for one that cannot be asked here: answers that are no whole numbers from 0 to 10, or too many of them
 */
export function draftOf({ name, scales }: Pick<Instrument, 'name' | 'scales'>): InstrumentDraft {
  const texts = scales.flatMap((scale) => scale.items.map((item) => item.text))
  const languages = locales.filter((locale) => texts.some((text) => text[locale]))
  return instrumentDraft.parse({
    name: draftText(name, languages),
    languages: languages.length > 0 ? languages : ['en'],
    scales: scales.map((scale) => draftScaleOf(scale, languages)),
  })
}
