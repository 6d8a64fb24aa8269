/** What a drawing looks like by: all that our charts set in style sheets. All of them can be said as attributes. */
const looks = [
  'color',
  'direction',
  'display',
  'dominant-baseline',
  'fill',
  'fill-opacity',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'letter-spacing',
  'opacity',
  'paint-order',
  'stroke',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'stroke-width',
  'text-anchor',
  'visibility',
]

/**
 * The inside of a drawn svg element with its looks as attributes, in light colours whatever the page has now: nothing of it needs a style sheet. The
 * whole page is light while styles are read, and is dark again before the browser paints: colours are worked out at the root.
 */
export function drawingOf(svg: SVGSVGElement): { markup: string; width: number; height: number } {
  const copy = svg.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) throw new Error('a copy of an svg element is one')
  const { classList } = document.documentElement
  classList.add('draws-light')
  const originals = svg.querySelectorAll('*')
  copy.querySelectorAll('*').forEach((element, at) => {
    const original = originals[at]
    if (!original) return
    const style = getComputedStyle(original)
    for (const look of looks) element.setAttribute(look, style.getPropertyValue(look))
    element.removeAttribute('class')
  })
  classList.remove('draws-light')
  const { width, height } = svg.getBoundingClientRect()
  const writer = new XMLSerializer()
  return {
    markup: [...copy.childNodes].map((node) => writer.serializeToString(node)).join(''),
    width,
    height,
  }
}
