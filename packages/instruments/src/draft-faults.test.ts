import type { InstrumentDraft } from '@chorus/contracts/instruments'
import { expect, test } from 'vitest'
import { defaultInstrument } from './default-instrument.ts'
import { draftFaults, mayBeAsked } from './draft-faults.ts'
import { draftOf, finishedInstrument } from './instrument-draft.ts'

const item = (id: string, en: string) => ({ id, reversed: false, min: 1, max: 7, text: { en } })
const draft = (changed: Partial<InstrumentDraft> = {}): InstrumentDraft =>
  ({
    name: { en: 'Our pulse' },
    languages: ['en'],
    scales: [
      {
        id: 'focus',
        name: { en: 'Focus' },
        role: 'core',
        source: 'Our own words.',
        items: [
          item('f1', 'I can work undisturbed.'),
          item('f2', 'We meet for a reason.'),
          item('f3', 'I end.'),
        ],
      },
    ],
    ...changed,
  }) as InstrumentDraft
const told = (given: InstrumentDraft) =>
  draftFaults(given).map(({ code, scale, item: of, language }) =>
    [code, scale, of, language].filter(Boolean).join(' '),
  )

test('what Chorus brings has no fault, in any of its languages', () => {
  expect(told(draftOf(defaultInstrument))).toEqual([])
})

test('a questionnaire becomes a draft and that one the same questionnaire again', () => {
  expect(finishedInstrument(draftOf(defaultInstrument), defaultInstrument.id)).toEqual(defaultInstrument)
})

test('an empty questionnaire lacks a name and a scale, and may not be asked', () => {
  const empty = draft({ name: {}, scales: [] })
  expect(told(empty)).toEqual(['name-missing en', 'no-scale'])
  expect(mayBeAsked(empty)).toBe(false)
})

test('each text that a chosen language lacks is named, and blanks are no text', () => {
  const twoLanguages = draft({ languages: ['en', 'de'], name: { en: 'Our pulse', de: ' ' } })
  expect(told(twoLanguages)).toEqual([
    'name-missing de',
    'scale-name-missing focus de',
    'text-missing focus f1 de',
    'text-missing focus f2 de',
    'text-missing focus f3 de',
  ])
})

test('a text in a language that was not chosen is no part of what is asked', () => {
  const finished = finishedInstrument(draft({ name: { en: 'Our pulse', de: 'Unsere Umfrage' } }), 'own')
  expect(finished.name).toEqual({ en: 'Our pulse' })
})

test('ids and sentences that are there twice are named where they come again', () => {
  const [scale] = draft().scales
  if (!scale) throw new Error('the draft has a scale')
  const again = { ...scale, items: [...scale.items, item('f1', 'i end.')] as typeof scale.items }
  expect(told(draft({ scales: [again] }))).toEqual(['id-twice focus f1', 'text-twice focus f1 en'])
})

test('the items of a scale share their answers, those of single questions need not', () => {
  const [scale] = draft().scales
  if (!scale) throw new Error('the draft has a scale')
  const [first, ...others] = scale.items
  const mixed = { ...scale, items: [{ ...first, max: 5 }, ...others] } as typeof scale
  expect(told(draft({ scales: [mixed] }))).toEqual(['ranges-differ focus'])
  expect(told(draft({ scales: [{ ...mixed, role: 'outcome' }] }))).toEqual([])
})

test('a range with one answer is none', () => {
  const [scale] = draft().scales
  if (!scale) throw new Error('the draft has a scale')
  const single = { ...scale, items: scale.items.map((one) => ({ ...one, min: 7 })) }
  expect(told(draft({ scales: [single] }))).toEqual([
    'range-empty focus f1',
    'range-empty focus f2',
    'range-empty focus f3',
  ])
})

test('advice does not keep a questionnaire from being asked', () => {
  const [scale] = draft().scales
  if (!scale) throw new Error('the draft has a scale')
  const long = {
    ...scale,
    source: '',
    items: [
      item(
        'f1',
        'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen',
      ),
    ],
  }
  const given = draft({ scales: [long as typeof scale] })
  expect(told(given)).toEqual(['few-items focus', 'source-missing focus', 'text-long focus f1 en'])
  expect(mayBeAsked(given)).toBe(true)
})
