import { expect, test } from 'vitest'
import { standaloneFigure } from './standalone-figure.ts'

const drawing = { markup: '<circle r="4"/>', width: 300, height: 200 }
const words = { title: 'Safety', description: 'It rose.', footer: 'k = 5', direction: 'ltr' } as const

test('the file holds title, description and footer, and the drawing inside its own margins', () => {
  const { markup, width, height } = standaloneFigure([drawing], words)
  expect(markup).toContain('<title>Safety</title><desc>It rose.</desc>')
  expect(markup.match(/<text [^>]*>([^<]*)<\/text>/g)?.map((line) => line.replace(/<[^>]*>/g, ''))).toEqual([
    'Safety',
    'k = 5',
  ])
  expect(width).toBeGreaterThan(drawing.width)
  expect(height).toBeGreaterThan(drawing.height)
  expect(markup).toContain(`viewBox="0 0 ${width} ${height}"`)
})

test('long words are broken into lines that fit, with nothing lost, in letters and in Japanese', () => {
  for (const title of [
    'A long title of a scale in a division '.repeat(4).trim(),
    '心理的安全性の推移'.repeat(6),
  ]) {
    const { markup, height } = standaloneFigure([drawing], { ...words, title })
    const lines = [...markup.matchAll(/<text [^>]*font-weight[^>]*>([^<]*)<\/text>/g)].map(([, line]) => line)
    expect(lines.length).toBeGreaterThan(2)
    expect(lines.join(title.includes(' ') ? ' ' : '')).toBe(title)
    expect(height).toBeGreaterThan(standaloneFigure([drawing], words).height)
  }
})

test('a name cannot end an element', () => {
  const { markup } = standaloneFigure([drawing], { ...words, footer: '</text><script>1</script> & "more"' })
  expect(markup).not.toContain('<script')
  expect(markup).toContain('&lt;script&gt;1&lt;/script&gt; &amp;')
})

test('from right to left the words begin at the right', () => {
  const { markup, width } = standaloneFigure([drawing], { ...words, direction: 'rtl' })
  expect(markup).toContain(`x="${width - 16}" y=`)
  expect(markup).toContain('direction="rtl"')
})

test('several drawings stand below each other, none over another, each under its own name', () => {
  const { markup, height } = standaloneFigure(
    [
      { kind: 'label', text: 'Red' },
      drawing,
      { kind: 'label', text: 'Blue' },
      drawing,
      { kind: 'key', text: 'Dot: mean' },
    ],
    words,
  )
  const order = [
    ...markup.matchAll(/<g transform="translate\(16 (\d+)\)">|<text x="16" y="(\d+)"[^>]*>([^<]*)</g),
  ].map(([, drawn, written, text]) => ({ what: text ?? 'drawing', at: Number(drawn ?? written) }))
  expect(order.map(({ what }) => what)).toEqual([
    'Safety',
    'Red',
    'drawing',
    'Blue',
    'drawing',
    'Dot: mean',
    'k = 5',
  ])
  const lasts = order.map(({ what, at }) => (what === 'drawing' ? at + drawing.height : at))
  for (const [index, { at }] of order.entries()) expect(at).toBeGreaterThan(lasts[index - 1] ?? 0)
  expect(height).toBeGreaterThan(lasts.at(-1) ?? 0)
})
