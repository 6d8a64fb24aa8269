import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { englishRules } from './english.ts'
import { findBlame } from './find-blame.ts'
import { findNames, indexNames } from './find-names.ts'
import type { FindingKind, WordingLanguage } from './finding.ts'
import { germanRules } from './german.ts'
import { takeOffer } from './take-offer.ts'
import { wordsOf } from './words.ts'

const names = ['Ada Fischer', 'Ada', 'Jürgen Groß', 'Groß', 'Will', 'Long', 'Sommer']

function foundIn(language: WordingLanguage, text: string): [string, FindingKind][] {
  return findBlame(text, { language, names }).map(({ from, to, kind }) => [text.slice(from, to), kind])
}

/** The text with each offer of words taken. */
function taken(language: WordingLanguage, text: string): string {
  return findBlame(text, { language, names }).reverse().reduce(takeOffer, text)
}

describe('English', () => {
  test.each<[string, string, FindingKind]>([
    ['The engineer should have checked the log.', 'should have', 'counterfactual'],
    ['It could have been noticed at noon.', 'could have', 'counterfactual'],
    ['She shouldn’t have deployed on a Friday.', 'shouldn’t have', 'counterfactual'],
    ['They should not have restarted it.', 'should not have', 'counterfactual'],
    ['We ought to have known.', 'ought to have', 'counterfactual'],
    ['You should’ve told us.', 'should’ve', 'counterfactual'],
    ['They should at least have a look, and should have written a test.', 'should have', 'counterfactual'],
    ['The on-call engineer failed to look at the page.', 'failed to', 'counterfactual'],
    ['Operations neglected to tell support.', 'neglected to', 'counterfactual'],
    ['It was a careless change.', 'careless', 'judging'],
    ['That was negligent.', 'negligent', 'judging'],
    ['It was the incompetence of the supplier.', 'incompetence', 'judging'],
    ['The cause was obvious.', 'obvious', 'judging'],
    ['The supplier is to blame.', 'is to blame', 'judging'],
    ['The alarm clearly pointed at the disk.', 'clearly', 'hindsight'],
    ['Obviously the disk was full.', 'Obviously', 'hindsight'],
    ['The cause was human error.', 'human error', 'human-error'],
    ['Operator error.', 'Operator error', 'human-error'],
    ['Operations always forgets us.', 'always', 'absolute'],
    ['They never read the page.', 'never', 'absolute'],
    ['Why didn’t anybody look?', 'Why didn’t', 'why-not'],
    ['They ignored the alert for two hours.', 'ignored', 'judging'],
    ['Why did nobody see the alert?', 'Why did nobody', 'why-not'],
    ['How could you miss that?', 'How could you', 'why-not'],
  ])('%s', (text, found, kind) => {
    expect(foundIn('en', text)).toContainEqual([found, kind])
  })

  test.each([
    'The next release should be tested by two people.',
    'The page should have a button.',
    'The new account should have limited access.',
    'The team could have a look next week.',
    'Nobody could have known that.',
    'She couldn’t have seen the alarm.',
    'The service failed to start after the update.',
    'The client failed to connect.',
    'The rule says “you should have two reviewers and always ask”.',
    'The poster reads "never deploy alone, it is careless".',
    'Never deploy alone.',
    'From now on we will always ask a second person.',
    'It was not obvious at that time.',
    'The switch is clearly labelled.',
    'This is not always possible.',
    'The alwaysOn flag was set.',
    'The deploy script failed to create the index.',
    'The tests failed to catch the missing header.',
    'What should have happened: the queue drains within a minute.',
    'Images are lazy loaded since March.',
    'It was not at all obvious that the flag was global.',
    'The cause was not immediately obvious.',
    'The job always runs at 02:00.',
    'We never restored a backup.',
    'This never happened before.',
    'The backup had never been restored before.',
    'Only one person had ever done it, with somebody who has never seen it.',
    'The alert was ignored because it fires every night.',
    'The client ignored the header.',
    'We do not stop at human error.',
    'The user error rate doubled.',
    'Why didn’t the alarm ring?',
    'Nobody is at fault here.',
    'The page is at fault tolerance level two.',
    'The build broke when the long migration ran.',
    'Will the alarm ring when the wrong port is used?',
    'Ada opened the door.',
    '',
  ])('not flagged: %s', (text) => expect(foundIn('en', text)).toEqual([]))

  test('words on offer fit into the sentence', () => {
    expect(taken('en', 'The engineer should have checked the log.')).toBe(
      'The engineer had not checked the log.',
    )
    expect(taken('en', 'She should not have deployed it.')).toBe('She had deployed it.')
    expect(taken('en', 'Support forgot to ask.')).toBe('Support did not ask.')
    expect(taken('en', 'Operations always asks late.')).toBe('Operations often asks late.')
    expect(taken('en', 'Clearly, the page was old.')).toBe('As we know now, the page was old.')
    expect(taken('en', 'Careless handling broke it.')).toBe('Handling broke it.')
    expect(taken('en', 'It was a careless change.')).toBe('It was a change.')
    expect(taken('en', 'Ada broke it.')).toBe('The person on duty broke it.')
    // No words would fit here: they are left as they are, with a question.
    for (const text of ['It was an obvious mistake.', 'A flag could have limited the damage.'])
      expect(taken('en', text)).toBe(text)
  })
})

describe('German', () => {
  test.each<[string, string, FindingKind]>([
    ['Sie hätte das Protokoll prüfen müssen.', 'hätte das Protokoll prüfen müssen', 'counterfactual'],
    ['Das hätten wir sehen können.', 'hätten wir sehen können', 'counterfactual'],
    ['Es ist klar, dass er hätte fragen sollen.', 'hätte fragen sollen', 'counterfactual'],
    ['Der Dienst hat es versäumt, den Vertrieb zu rufen.', 'hat es versäumt', 'counterfactual'],
    ['Die Schicht versäumte, das Ventil zu schließen.', 'versäumte', 'counterfactual'],
    ['Das war schlampig.', 'schlampig', 'judging'],
    ['Eine fahrlässige Änderung.', 'fahrlässige', 'judging'],
    ['Es lag an der Nachlässigkeit der Firma.', 'Nachlässigkeit', 'judging'],
    ['Der Lieferant ist schuld.', 'ist schuld', 'judging'],
    ['Die Platte war offensichtlich voll.', 'offensichtlich', 'hindsight'],
    ['Ursache war menschliches Versagen.', 'menschliches Versagen', 'human-error'],
    ['Es war ein Flüchtigkeitsfehler.', 'Flüchtigkeitsfehler', 'human-error'],
    ['Der Vertrieb fragt immer zu spät.', 'immer', 'absolute'],
    ['Die Technik hört uns nie zu.', 'nie', 'absolute'],
    ['Die Schicht hat vergessen, das Zertifikat zu erneuern.', 'hat vergessen', 'counterfactual'],
    ['Es wurde versäumt, das Zertifikat zu erneuern.', 'wurde versäumt', 'counterfactual'],
    ['Das Team hat nicht aufgepasst.', 'nicht aufgepasst', 'judging'],
    ['Die Technik hat den Alarm ignoriert.', 'ignoriert', 'judging'],
    ['Der Fehler war offensichtlich.', 'offensichtlich', 'hindsight'],
    ['Warum hat das niemand gesehen?', 'Warum hat das niemand', 'why-not'],
    ['Wieso wurde der Alarm nicht gelesen?', 'Wieso wurde der Alarm nicht', 'why-not'],
  ])('%s', (text, found, kind) => {
    expect(foundIn('de', text)).toContainEqual([found, kind])
  })

  test.each([
    'Wir hätten gern, dass alle das Protokoll sehen können.',
    'Das hätten wir kaum besser machen können.',
    'Das hätte niemand sehen können.',
    'Hätte der Alarm geläutet? Wir müssen das prüfen.',
    'Künftig soll eine zweite Person prüfen.',
    'Wir müssen den Ablauf ändern.',
    'In der Regel steht: „Du hättest fragen müssen, immer.“',
    'Das Schild sagt »niemals allein arbeiten, das ist fahrlässig«.',
    'Niemals allein arbeiten.',
    'Das Problem besteht immer noch.',
    'Wir haben immer wieder geprüft.',
    'Das war damals nicht offensichtlich.',
    'Der Schuldenstand und die Fehlerquote standen im Nievernetz.',
    'Die Immergrün GmbH liefert die Dummies.',
    'Niemand hätte das vorhersehen können.',
    'Wie hätten wir es früher merken können?',
    'Was hätte uns helfen können?',
    'Es hätte schlimmer kommen können.',
    'Das ist für uns selbstverständlich.',
    'Es war überhaupt nicht offensichtlich, welcher Schalter gilt.',
    'Die Sicherung läuft immer um zwei Uhr.',
    'Der Speicher wächst ständig.',
    'Wir haben die Schritte nie ausprobiert.',
    'Die Schritte waren seit dem Umzug nie ausprobiert worden.',
    'Wir geben Releases immer zu zweit frei.',
    'Der Alarm wurde ignoriert, weil er jede Nacht kommt.',
    'Warum ist der Alarm nicht gekommen?',
    'Die faule Zuweisung lädt erst beim Zugriff.',
    'Daran ist niemand schuld.',
    'Im Sommer war die Anzeige falsch.',
    'Die große Tabelle war falsch.',
    'Jürgen Groß öffnete die Übersicht.',
    '',
  ])('not flagged: %s', (text) => expect(foundIn('de', text)).toEqual([]))

  test('words on offer fit into the sentence', () => {
    expect(taken('de', 'Die Schicht versäumte es, das Ventil zu schließen.')).toBe(
      'Die Schicht kam nicht dazu, das Ventil zu schließen.',
    )
    expect(taken('de', 'Offensichtlich war sie voll.')).toBe('Aus heutiger Sicht war sie voll.')
    expect(taken('de', 'Das war eine dumme Voreinstellung.')).toBe('Das war eine Voreinstellung.')
    expect(taken('de', 'Die Platte war offensichtlich voll.')).toBe('Die Platte war aus heutiger Sicht voll.')
  })
})

test('a name is pointed out beside a fault, and nowhere else', () => {
  expect(foundIn('en', 'Ada Fischer made a mistake. Ada helped.')).toEqual([['Ada Fischer', 'name']])
  expect(foundIn('de', 'Jürgen Groß hat einen Fehler gemacht.')).toEqual([['Jürgen Groß', 'name']])
  expect(foundIn('en', "It was Ada's fault.")).toEqual([["Ada's", 'name']])
  expect(foundIn('en', 'The Adapter was at the wrong port.')).toEqual([])
})

const pieces = fc.oneof(
  fc.constantFrom(
    'should have',
    'hätte',
    'müssen',
    'Ada',
    'mistake',
    'always',
    '"',
    '„',
    '“',
    '»',
    '.',
    '\n',
    'why didn’t',
    '🙈',
    'خطأ',
    '失敗',
    'ä',
  ),
  fc.string({ unit: 'grapheme' }),
)
const texts = fc.array(pieces, { maxLength: 60 }).map((some) => some.join(' '))

test('ranges lie inside the text, are not empty and never overlap, whatever the text', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom<WordingLanguage>('en', 'de'), (text, language) => {
      let end = 0
      for (const { from, to } of findBlame(text, { language, names })) {
        expect(from).toBeGreaterThanOrEqual(end)
        expect(to).toBeGreaterThan(from)
        end = to
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }),
  )
})

/** How often rules and names look at a word of a text, in all. */
function looksAt(text: string): number {
  let looks = 0
  const words = new Proxy(wordsOf(text), {
    get(all, key, self) {
      if (typeof key === 'string' && /^\d+$/.test(key)) looks++
      return Reflect.get(all, key, self)
    },
  })
  for (let at = 0; at < words.length; at++)
    for (const rule of [...englishRules, ...germanRules]) rule(words, at)
  findNames(words, indexNames(names))
  return looks
}

test.each(['hätte ', 'should ', 'why didn’t ', 'Ada ', 'Ada Ada Fischer ', 'warum hat '])(
  'a text eight times as long takes eight times the work, also where it is made to be slow: %s',
  (piece) => {
    // Quadratic would be 64 times as much.
    expect(looksAt(piece.repeat(1600))).toBeLessThan(9 * looksAt(piece.repeat(200)))
  },
)
