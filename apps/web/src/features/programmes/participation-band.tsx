import type { Participation } from '@chorus/contracts/programme'
import { showDay } from '../../lib/format/dates.ts'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'

type Band = NonNullable<Participation['band']>

const bands: Record<Band, { full: number; words: MessageId }> = {
  'below 50 %': { full: 1, words: 'programmes.band.1' },
  '50-64 %': { full: 2, words: 'programmes.band.2' },
  '65-79 %': { full: 3, words: 'programmes.band.3' },
  '80 % and more': { full: 4, words: 'programmes.band.4' },
}

/** Only a band, only in total, only once a day: a finer figure would show who answered in between. */
export function ParticipationBand({ participation, live }: { participation: Participation; live: boolean }) {
  const { t, locale } = useTexts()
  const shown = participation.band ? bands[participation.band] : undefined
  return (
    <>
      {t(shown?.words ?? 'programmes.band.none')}
      {shown && (
        <span className="participation" aria-hidden="true">
          {[1, 2, 3, 4].map((step) => (
            <span key={step} className={step <= shown.full ? 'is-full' : undefined} />
          ))}
        </span>
      )}
      {live && (
        <span className="small soft">
          {t('programmes.as-of', { day: showDay(participation.asOf, locale) })}
        </span>
      )}
    </>
  )
}
