import { type ReactNode, useRef, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../button.tsx'
import { Disclosure } from '../disclosure.tsx'
import { figureParts } from './figure-parts.ts'
import { pngOf } from './png-of.ts'
import { type FigureWords, standaloneFigure } from './standalone-figure.ts'
import './save-figure.css'

/** A figure with a small menu to save it as a picture: all drawings inside, whatever chart that is, below each other. */
export function SaveFigure({
  words,
  file,
  children,
}: {
  /** Asked for when somebody saves it: of a map of a thousand units they are long. */
  words: () => FigureWords
  /** The name of the file without its ending. */
  file: string
  children: ReactNode
}) {
  const { t } = useTexts()
  const place = useRef<HTMLDivElement>(null)
  const [failed, setFailed] = useState(false)
  const figure = () => {
    if (!place.current) throw new Error('a figure that is not there was saved')
    return standaloneFigure(figureParts(place.current), words())
  }
  const saveSvg = () => save(new Blob([figure().markup], { type: 'image/svg+xml' }), `${file}.svg`)
  const savePng = () => {
    setFailed(false)
    pngOf(figure()).then(
      (picture) => save(picture, `${file}.png`),
      () => setFailed(true),
    )
  }
  return (
    <div className="save-figure">
      <div ref={place}>{children}</div>
      <Disclosure summary={t('exports.figure')}>
        <div className="row">
          <Button onClick={saveSvg}>{t('exports.figure-svg')}</Button>
          <Button onClick={savePng}>{t('exports.figure-png')}</Button>
        </div>
        {failed && <p role="alert">{t('exports.figure-failed')}</p>}
      </Disclosure>
    </div>
  )
}

function save(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  // Safari reads it a moment later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
