import type { TeamPosition } from '@chorus/contracts/report'
import { showInterval, showNumber } from '../../lib/format/figures.ts'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'

const words: Record<TeamPosition['word'], MessageId> = {
  lower: 'report.position.lower',
  middle: 'report.position.middle',
  higher: 'report.position.higher',
  alike: 'report.position.alike',
}

/** Where a team most likely stands among all, beside its own mean, which strays further the fewer answered. */
export function PositionWords({ position }: { position: TeamPosition }) {
  const { t, locale } = useTexts()
  const { word, teams, shrunken } = position
  return (
    <p className="small soft">
      {t(words[word], { teams })}
      {shrunken &&
        ` ${t('report.position-number', {
          mean: showNumber(shrunken.mean, locale),
          interval: showInterval(shrunken.interval, locale),
        })}`}
    </p>
  )
}
