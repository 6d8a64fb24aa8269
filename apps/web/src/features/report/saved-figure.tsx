import type { UnitReport } from '@chorus/contracts/report'
import type { ReactNode } from 'react'
import { showDay } from '../../lib/format/dates.ts'
import { directionOf } from '../../lib/i18n/direction.ts'
import { groupName } from '../../lib/i18n/group-name.ts'
import { type Translate, useTexts } from '../../lib/i18n/texts.ts'
import { SaveFigure } from '../../ui/chart/save-figure.tsx'

/** Where a figure is from. */
export type FigureSource = {
  /** Whose figures they are, as people call it. */
  readonly of: string
  /** The newest wave that the figure shows. */
  readonly wave: { readonly label: string; readonly closed: string } | undefined
  readonly k: number
}

type Props = {
  source: FigureSource
  /** The name of the file without its ending. */
  file: string
  title: string
  /** The picture in words, worked out when somebody saves it. */
  describe: () => string
  children: ReactNode
}

/** A figure of a report: saved, it says of whom and of which wave it is, and from how many answers on figures are shown. */
export function SavedFigure({ source: { of, wave, k }, file, title, describe, children }: Props) {
  const { t, locale } = useTexts()
  const day = wave ? showDay(wave.closed, locale) : ''
  return (
    <SaveFigure
      file={file}
      words={() => ({
        title: `${of}: ${title}`,
        description: describe(),
        footer: t('exports.figure-footer', { unit: of, wave: wave?.label ?? '', day, k }),
        direction: directionOf(locale),
      })}
    >
      {children}
    </SaveFigure>
  )
}

/** @param until the newest wave that the figure shows, where that is not the newest one of the report */
export function unitSource({ unit, waves, k }: UnitReport, t: Translate, until?: string): FigureSource {
  return { of: groupName(unit.name, t), wave: waves.find(({ id }) => id === until) ?? waves.at(-1), k }
}
