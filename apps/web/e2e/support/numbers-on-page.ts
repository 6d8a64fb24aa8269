import type { Figure } from '@chorus/contracts/publish'
import type { Page } from 'playwright-core'
import { showTwo, showWhole } from '../../src/features/report/reliability/in-words.ts'
import { showDifference, showMean, showNumber, showRate, showShare } from '../../src/lib/format/figures.ts'

/** Decimals and per cents: whole numbers on a page are also dates, names of waves, counts and ends of axes. */
const number = /\d+\.\d+|\d+(?=\s?%)/g

/** Numbers that belong to a text itself, and are the same for everybody: the confidence of an interval, rules of thumb, and how steps are explained. */
const partsOfTexts = [
  /95% interval/g,
  /0\.2 is small, 0\.8 large/g,
  /“6\.5 or more”/g,
  /means in steps of half a point below 15 people.*/g,
]

/** Opens whatever is folded away and reads the numbers of a page, each with the line that it stands in, without signs. */
export async function numbersOn(page: Page): Promise<{ number: string; line: string }[]> {
  const lines = await page.locator('main').evaluate(async (main) => {
    for (const folded of main.querySelectorAll('details')) folded.open = true
    // What is folded away may be drawn only when it opens.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
    const texts: string[] = []
    while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '')
    return texts
  })
  const own = (line: string) => partsOfTexts.reduce((rest, part) => rest.replace(part, ''), line)
  return lines.flatMap((line) => numbersIn(own(line)).map((found) => ({ number: found, line })))
}

/** Every way in which the page's own formatters write a number of an answer, in English. */
export function numbersWritten(answers: readonly unknown[]): Set<string> {
  return new Set(answers.flatMap(figuresIn).flatMap(writtenAs).flatMap(numbersIn))
}

function numbersIn(text: string): string[] {
  return text.replace(/(\d+)–(?=\d+\s?%)/g, '$1% ').match(number) ?? []
}

function writtenAs(figure: Figure): string[] {
  const t = (_: string, values?: Record<string, unknown>) => String(values?.value ?? '')
  const scale = { min: 1, max: 7 }
  const both = [showMean(figure, scale, t, 'en'), showShare(figure, t, 'en'), showRate(figure, t, 'en')]
  const difference = showDifference(figure, 'en')
  if (typeof figure !== 'number') return [...both, difference]
  const ends = new Intl.NumberFormat('en', { maximumFractionDigits: 2 }).format(figure)
  return [...both, difference, ends, showNumber(figure, 'en'), showTwo(figure, 'en'), showWhole(figure, 'en')]
}

/** All numbers and bands of an answer. */
function figuresIn(json: unknown): Figure[] {
  if (typeof json === 'number') return [json]
  if (typeof json !== 'object' || json === null) return []
  const inside = Object.values(json).flatMap(figuresIn)
  return 'lo' in json && 'hi' in json && typeof json.lo === 'number' && typeof json.hi === 'number'
    ? [{ lo: json.lo, hi: json.hi }, ...inside]
    : inside
}
