import type { ChangeVerdict } from '@chorus/contracts/publish'
import type { TrendPoint } from '@chorus/contracts/report'
import { showDifference, showNumber } from '../../lib/format/figures.ts'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'

type Change = NonNullable<Extract<TrendPoint, { status: 'published' }>['change']>

const looks: Record<ChangeVerdict, { mark: string; words: MessageId; className: string }> = {
  up: { mark: '▲', words: 'report.verdict.up', className: 'is-up' },
  down: { mark: '▼', words: 'report.verdict.down', className: 'is-down' },
  'no change shown': { mark: '■', words: 'report.verdict.no-change', className: 'is-level' },
  'too few': { mark: '◇', words: 'report.verdict.too-few', className: 'is-level' },
}

/** Only what moved, as a mark and a word. */
export function Moved({ change: { verdict } }: { change: Pick<Change, 'verdict'> }) {
  return verdict === 'up' || verdict === 'down' ? <VerdictChip verdict={verdict} /> : null
}

export function VerdictChip({ verdict }: { verdict: ChangeVerdict }) {
  const { t } = useTexts()
  const look = looks[verdict]
  return (
    <span className={`verdict-chip ${look.className}`}>
      <span aria-hidden="true">{look.mark}</span> {t(look.words)}
    </span>
  )
}

/** "No change shown" is not "no change": it says what would have shown. */
export function Verdict({ change }: { change: Change }) {
  const { t, locale } = useTexts()
  const look = looks[change.verdict]
  const moved = change.verdict === 'up' || change.verdict === 'down'
  return (
    <p className="verdict">
      <span className={`verdict-chip ${look.className}`}>
        <span aria-hidden="true">{look.mark}</span> {t(look.words)}
        {moved && change.difference !== null && ` (${showDifference(change.difference, locale)})`}
      </span>
      {change.verdict === 'no change shown' && change.smallestSeen !== null && (
        <span className="small soft">
          {t('report.smallest-seen', { size: showNumber(change.smallestSeen, locale) })}
        </span>
      )}
      {moved && change.size && (
        <span className="small soft">
          {t('report.change-size', {
            g: showDifference(change.size.g, locale),
            lo: showDifference(change.size.interval.lo, locale),
            hi: showDifference(change.size.interval.hi, locale),
          })}
        </span>
      )}
      {change.verdict === 'too few' && <span className="small soft">{t('report.too-few')}</span>}
    </p>
  )
}
