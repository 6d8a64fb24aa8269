import { fold } from '@chorus/basics/folded-text'
import { themes } from '@chorus/contracts/themes'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commentThemes } from './comment-themes.ts'
import { japaneseWords, spacedDictionaries } from './theme-dictionary.ts'

const brief = (text: string) => commentThemes(text).map(({ theme, words }) => `${theme}: ${words.join(', ')}`)

test.each([
  ['', []],
  ['Nothing to add.', []],
  [
    'Too many meetings; my calendar is full and the deadlines stay.',
    ['workload: deadlines', 'meetings: meetings, calendar'],
  ],
  ['My pay is fair.', ['fairness: fair', 'pay: pay']],
  ['Every speaker was paid well.', ['pay: paid']],
  [
    'Wir haben zu viele Besprechungen, und entschieden wird woanders.',
    ['meetings: Besprechungen', 'decisions: entschieden'],
  ],
  [
    'Ein Lob für die Schichtleitung, der Druck ist kleiner geworden.',
    ['workload: Druck', 'leadership: Schichtleitung', 'recognition: Lob'],
  ],
  [
    'Le télétravail est bien organisé, mais la charge ne baisse pas.',
    ['workload: charge', 'flexibility: télétravail'],
  ],
  ['No tengo miedo de hablar, y el jefe escucha.', ['leadership: jefe', 'openness: miedo, hablar, escucha']],
  ['As ferramentas são lentas e não há formação.', ['tools: ferramentas', 'growth: formação']],
  ['会議が多くて残業が増えた。', ['workload: 残業', 'meetings: 会議']],
  [
    'لا نخاف من الأخطاء، والاجتماعات قصيرة.',
    ['meetings: والاجتماعات', 'mistakes: الأخطاء', 'openness: نخاف'],
  ],
])('%j touches %j', (text, expected) => {
  expect(brief(text)).toEqual(expected)
})

test('a word of one language is no theme in a comment of another', () => {
  // "pays" is a country in French, "but" a goal only there.
  expect(brief('Dans notre pays, on ne le fait pas.')).toEqual([])
  expect(brief('It is late, but we do not have to stay.')).toEqual([])
})

test('a word that says something twice is named once', () => {
  expect(brief('Meetings, MEETINGS and more of the meetings')).toEqual(['meetings: meetings'])
})

test('whatever is written, themes are in their one order and their words stand in the text', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.constantFrom('meeting', 'Lohn', '会議', 'قرار', 'peur', 'miedo'),
        ),
      ),
      (parts) => {
        const text = parts.join(' ')
        const found = commentThemes(text)
        expect(found.map(({ theme }) => theme)).toEqual(
          themes.filter((one) => found.some(({ theme }) => theme === one)),
        )
        for (const { words } of found) for (const word of words) expect(fold(text)).toContain(fold(word))
      },
    ),
  )
})

test('no list has an empty word, and no stem is so short that it is in everything', () => {
  for (const { words, stems } of spacedDictionaries) {
    const listed = [...words.values(), ...stems.values()].flat()
    for (const theme of themes) expect(listed.filter((one) => one === theme).length).toBeGreaterThan(2)
    for (const word of words.keys()) expect(word).toMatch(/^[\p{L}\p{N}]{2,}$/u)
    for (const stem of stems.keys()) expect(stem).toMatch(/^[\p{L}\p{N}]{3,}$/u)
  }
  for (const { words } of japaneseWords) for (const word of words) expect(word).not.toBe('')
})
