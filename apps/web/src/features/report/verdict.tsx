import type { ChangeVerdict, Figure } from '@chorus/contracts/publish'
import { showDifference, showNumber } from '../../lib/format/figures.ts'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'

type Change = { verdict: ChangeVerdict; difference: Figure | null; smallestSeen: number | null }

const looks: Record<ChangeVerdict, { mark: string; words: MessageId; className: string }> = {
  up: { mark: '▲', words: 'report.verdict.up', className: 'is-up' },
  down: { mark: '▼', words: 'report.verdict.down', className: 'is-down' },
  'no change shown': { mark: '■', words: 'report.verdict.no-change', className: 'is-level' },
  'too few': { mark: '◇', words: 'report.verdict.too-few', className: 'is-level' },
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
      {change.verdict === 'too few' && <span className="small soft">{t('report.too-few')}</span>}
    </p>
  )
}
