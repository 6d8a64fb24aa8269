import { nameMark } from '@chorus/contracts/name-mark'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameMasker } from './mask-names.ts'

const names = [
  'Anna Meier',
  'Jürgen Müller',
  'Uwe Goetz',
  'Will Hunt',
  'Rose Ødegård',
  'Jean-Pierre O’Brien',
  'Ludwig van Beethoven',
  'Petra Koch',
  'Rosa Varga',
  'María José de la Cruz',
  'Li Xu',
  'أحمد المصري',
  'أمل حداد',
  '田中 太郎',
  '佐藤未来',
  '林 さくら',
  'アンナ・シュミット',
  'Иван Петров',
]
const people = names.map((name, place) => ({
  name,
  email:
    place === 0
      ? 'anna.meier@firm.example'
      : place === 1
        ? 'jmuller@firm.example'
        : `mail${place}@firm.example`,
  externalId: place === 0 ? 'P-0417' : place === 1 ? '2024' : `id${place}`,
}))
const mask = nameMasker(people, ['Rider App', 'Petrov Works'])
const shown = (text: string) => mask(text).replaceAll(nameMark, '[name]')

test.each([
  ['nobody is named here', 'nobody is named here'],
  ['', ''],
  // Full names, in either order, in any case, with or without accents.
  ['Anna Meier decides alone', '[name] decides alone'],
  ['I asked ANNA MEIER twice', 'I asked [name] twice'],
  ['meier, anna never answers', '[name] never answers'],
  ['Jurgen Mueller and Jürgen Müller', '[name] and [name]'],
  ['Götz and GOETZ', '[name] and [name]'],
  ['Rose Odegard listens', '[name] listens'],
  ['with Jean Pierre O’Brien, always', 'with [name], always'],
  ['Ludwig van Beethoven is loud', '[name] is loud'],
  ['Maria Jose de la Cruz helps', '[name] helps'],
  ['A. Meier and Anna M. know', '[name] and [name] know'],
  // Alone, with what languages add to them.
  ['anna is late', '[name] is late'],
  ['Anna’s plan and Annas Plan', '[name]’s plan and [name] Plan'],
  ['The Meier-Team', 'The [name]-Team'],
  ['Ask Li.', 'Ask [name].'],
  ['Спросите Петрова, не Иван', 'Спросите Петрова, не [name]'],
  // Names that are words of every day.
  ['It will hunt us', 'It [name] us'],
  ['That will do, and roses are red', 'That will do, and roses are red'],
  ['Will you listen? Will we?', 'Will you listen? Will we?'],
  ['I asked Will about it', 'I asked [name] about it'],
  ['Will’s answer was no', '[name]’s answer was no'],
  ['Der Koch kocht gut, Frau Koch hört zu', 'Der Koch kocht gut, Frau [name] hört zu'],
  ['Rosa hilft. Die Wand ist rosa', '[name] hilft. Die Wand ist rosa'],
  ['WE WILL SEE', 'WE WILL SEE'],
  // Addresses, parts of them, and ids.
  ['write to anna.meier@firm.example or mail4@firm.example', 'write to [name] or [name]'],
  ['ask jmuller about p-0417, since 2024', 'ask [name] about [name], since 2024'],
  ['mail 4 people', 'mail 4 people'],
  // Arabic: with letters that are written together, and without those of every day.
  ['شكرا لأحمد ووالمصري', 'شكرا [name]'],
  ['لدينا أمل كبير', 'لدينا أمل كبير'],
  ['السيدة أمل تستمع', 'السيدة [name] تستمع'],
  ['أمل حدّاد تستمع', '[name] تستمع'],
  // Japanese: no spaces, honorifics, and words that are names.
  ['昨日田中さんと話した', '昨日[name]さんと話した'],
  ['田中太郎は聞かない', '[name]は聞かない'],
  ['佐藤未来が決める。佐藤さんも。', '[name]が決める。[name]さんも。'],
  ['会社の未来と林の中', '会社の未来と林の中'],
  ['林さんとさくらさん', '[name]さんと[name]さん'],
  ['アンナとアンナリーゼ', '[name]とアンナリーゼ'],
  ['Annaさんは速い', '[name]さんは速い'],
  // Units keep their names.
  ['The Rider App team at Petrov Works', 'The Rider App team at Petrov Works'],
])('%j is read as %j', (text, expected) => {
  expect(shown(text)).toBe(expected)
})

test('a mark tells neither how long a name is nor how many parts it has', () => {
  const marks = ['Li', 'Anna Meier', 'María José de la Cruz', 'anna.meier@firm.example'].map((name) =>
    mask(`ask ${name} now`),
  )
  expect(new Set(marks)).toEqual(new Set([`ask ${nameMark} now`]))
})

const letters = fc.string({
  unit: fc.constantFrom(...'abcdeèfghijklmnöopqrsßtuüvwxyz'),
  minLength: 2,
  maxLength: 9,
})
const capital = letters.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
const fullName = fc.tuple(capital, capital).map(([given, family]) => `${given} ${family}`)
const around = fc.string({ unit: 'grapheme', maxLength: 40 })

test('no full name of the roster survives, wherever it stands and however it is written', () => {
  const written = fc.constantFrom<(name: string) => string>(
    (name) => name,
    (name) => name.toLowerCase(),
    (name) => name.toUpperCase(),
    (name) => name.normalize('NFD'),
    (name) => name.split(' ').toReversed().join(' '),
  )
  fc.assert(
    fc.property(
      fc.array(fullName, { minLength: 1, maxLength: 5 }),
      around,
      around,
      written,
      (roster, before, after, write) => {
        const masked = nameMasker(
          roster.map((name, place) => ({ name, email: `p${place}@firm.example`, externalId: `e${place}` })),
          [],
        )
        for (const name of roster)
          expect(masked(`${before} ${write(name)} ${after}`)).not.toContain(write(name))
      },
    ),
  )
})

test('text without names is unchanged', () => {
  const roster = nameMasker([{ name: 'Zyxxa Qwvoria', email: 'zyxxa@firm.example', externalId: 'zq-77' }], [])
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!/[zq]/i.test(text.normalize('NFKD')))
      expect(roster(text)).toBe(text)
    }),
  )
})

test('masking again changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...names, 'and', 'Will', '. ', 'will', '、', "'s"), { maxLength: 12 }),
      (parts) => {
        const once = mask(parts.join(' '))
        expect(mask(once)).toBe(once)
      },
    ),
  )
})
