import { textWidth } from './text-width.ts'

export type FigureWords = {
  /** Stands above the picture, and is its accessible name. */
  readonly title: string
  /** The picture in words, for whoever cannot see it. */
  readonly description: string
  /** Stands below: what it is from, and under which rules it was released. */
  readonly footer: string
  readonly direction: 'ltr' | 'rtl'
}

type Drawing = { readonly markup: string; readonly width: number; readonly height: number }

const margin = 16
const titleSize = 15
const footerSize = 11
const lineHeight = 1.35

/**
 * A drawing as a file that explains itself: on a light ground, with title, description and footer.
 * @param drawing the inside of an svg element whose colours and fonts need no style sheet, in pixels
 */
export function standaloneFigure(drawing: Drawing, words: FigureWords): Drawing {
  const width = Math.ceil(drawing.width + 2 * margin)
  const title = wrapped(words.title, drawing.width, titleSize)
  const footer = wrapped(words.footer, drawing.width, footerSize)
  const top = margin + title.length * titleSize * lineHeight + margin / 2
  const below = top + drawing.height + margin
  const height = Math.ceil(below + footer.length * footerSize * lineHeight + margin / 2)
  const x = words.direction === 'rtl' ? width - margin : margin
  const lines = (texts: readonly string[], from: number, size: number, look: string) =>
    texts.map((text, at) => {
      const y = Math.round(from + (at + 0.8) * size * lineHeight)
      return `<text x="${x}" y="${y}" direction="${words.direction}" font-family="system-ui, sans-serif" font-size="${size}" ${look}>${escaped(text)}</text>`
    })
  const markup = [
    `<title>${escaped(words.title)}</title>`,
    `<desc>${escaped(words.description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...lines(title, margin, titleSize, 'font-weight="700" fill="#1b2430"'),
    `<g transform="translate(${margin} ${Math.round(top)})">${drawing.markup}</g>`,
    ...lines(footer, below, footerSize, 'fill="#545c67"'),
  ].join('')
  return {
    width,
    height,
    markup: `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${markup}</svg>`,
  }
}

/** Lines that fit; a text without spaces is broken where it has to be. */
function wrapped(text: string, width: number, size: number): string[] {
  const fits = (line: string) => (textWidth(line) * size) / 12 <= width
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/(?<=\s)|(?<=[\u3000-\u9fff])/)) {
    if (line !== '' && !fits(line + word.trimEnd())) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += word
  }
  return [...lines, line.trimEnd()]
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
