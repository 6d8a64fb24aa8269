import { smallGenerator } from './small-generator.ts'

const syllables = 'ba ke li mo nu ra se ti vo da fe gi ho ju pa re so tu we zi'.split(' ')
const words = 20_000

/** Always the same word for a rank; the smaller the rank, the more often it is used, as in every language (Zipf). */
export function inventedWord(rank: number): string {
  let left = rank
  let word = 'q'
  for (let place = 0; place < 4; place++) {
    word += syllables[left % syllables.length]
    left = Math.floor(left / syllables.length)
  }
  return word
}

const letters = 'ب ك ل م ن ر س ت ف د ه ج ح ز ق ص ط و ي ع'.split(' ')

/** The same in Arabic letters. */
export function inventedArabicWord(rank: number): string {
  let left = rank
  let word = 'غ'
  for (let place = 0; place < 4; place++) {
    word += letters[left % letters.length]
    left = Math.floor(left / letters.length)
  }
  return word
}

/** A lesson of about 100 words: always the same for a number. */
export function inventedLesson(
  number: number,
  language: string,
): { title: string; happened: string; learned: string; now: string } {
  const next = smallGenerator(number + 1)
  const random = () => next() / 2 ** 32
  const character = () => String.fromCodePoint(0x4e00 + Math.floor(400 ** random()))
  const ranked = language === 'ar' ? inventedArabicWord : inventedWord
  const word = () => (language === 'ja' ? character() + character() : ranked(Math.floor(words ** random())))
  const text = (length: number) => Array.from({ length }, word).join(language === 'ja' ? '' : ' ')
  return { title: text(6), happened: text(45), learned: text(30), now: text(20) }
}
