import { smallGenerator } from './small-generator.ts'

const words = 20_000

/** Always the same word for a rank; the smaller the rank, the more often it is used, as in every language (Zipf). */
export const inventedWord = wordsOf('q', 'ba ke li mo nu ra se ti vo da fe gi ho ju pa re so tu we zi')
/** The same in Arabic letters. */
export const inventedArabicWord = wordsOf('غ', 'ب ك ل م ن ر س ت ف د ه ج ح ز ق ص ط و ي ع')

function wordsOf(beginning: string, syllables: string): (rank: number) => string {
  const all = syllables.split(' ')
  return (rank) => {
    let left = rank
    let word = beginning
    for (let place = 0; place < 4; place++) {
      word += all[left % all.length]
      left = Math.floor(left / all.length)
    }
    return word
  }
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
