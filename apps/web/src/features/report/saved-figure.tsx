import type { UnitReport } from '@chorus/contracts/report'
import type { ReactNode } from 'react'
import { showDay } from '../../lib/format/dates.ts'
import { directionOf } from '../../lib/i18n/direction.ts'
import { groupName } from '../../lib/i18n/group-name.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { SaveFigure } from '../../ui/chart/save-figure.tsx'

type Props = {
  report: UnitReport
  /** Tells the pictures of one report apart. */
  name: string
  /** The newest wave that the figure shows, where that is not the newest one of the report. */
  until?: string
  title: string
  description: string
  children: ReactNode
}

/** A figure of a report: saved, it says of which unit and wave it is, and from how many answers on figures are shown. */
export function SavedFigure({ report, name, until, title, description, children }: Props) {
  const { t, locale } = useTexts()
  const wave = report.waves.find(({ id }) => id === until) ?? report.waves.at(-1)
  const unit = groupName(report.unit.name, t)
  const footer = t('exports.figure-footer', {
    unit,
    wave: wave?.label ?? '',
    day: wave ? showDay(wave.closed, locale) : '',
    k: report.k,
  })
  return (
    <SaveFigure
      file={`${report.unit.id}-${name}`}
      words={{ title: `${unit}: ${title}`, description, footer, direction: directionOf(locale) }}
    >
      {children}
    </SaveFigure>
  )
}
