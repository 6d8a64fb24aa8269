import { drawingOf } from './drawing-of.ts'
import type { FigurePart } from './standalone-figure.ts'

/**
 * What a saved picture is put together from, as it stands on the page from top to bottom: each drawing, and each text that has
 * `data-in-picture`, which says whether it is the `label` of the drawing below it or a `key` to how it is read.
 * @throws Error where there is no drawing: there would be nothing to save
 */
export function figureParts(place: HTMLElement): FigurePart[] {
  const found = [...place.querySelectorAll('svg, [data-in-picture]')].map((element): FigurePart => {
    if (element instanceof SVGSVGElement) return drawingOf(element)
    const isKey = element.getAttribute('data-in-picture') === 'key'
    return { kind: isKey ? 'key' : 'label', text: (element.textContent ?? '').trim() }
  })
  if (!found.some((part) => 'markup' in part)) throw new Error('there is no drawing to save')
  return found
}
