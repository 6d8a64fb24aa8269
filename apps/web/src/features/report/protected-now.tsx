import type { UnitReport } from '@chorus/contracts/report'
import { showCount } from '../../lib/format/figures.ts'
import { groupName } from '../../lib/i18n/group-name.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'

/** Where the answers of a hidden unit count, and what would show it: said from what is shown, the same for every reason. */
export function ProtectedNow({ report: { unit, k, waves, whenProtected } }: { report: UnitReport }) {
  const { t, locale } = useTexts()
  if (!whenProtected) return null
  const { countedIn, joined } = whenProtected
  const words = { unit: groupName(unit.name, t), wave: waves.at(-1)?.label ?? '', k }
  return (
    <Card labelledBy="report-protected">
      <h2 id="report-protected">{t('details.protected', words)}</h2>
      <p className="measure">
        {countedIn === null
          ? t('details.protected-nowhere', words)
          : t('details.protected-counted', { ...words, above: groupName(countedIn, t) })}
      </p>
      {joined && (
        <p className="measure">
          {joined.n === null
            ? t('details.protected-joined', { group: groupName(joined.name, t) })
            : t('details.protected-joined-count', {
                group: groupName(joined.name, t),
                n: showCount(joined.n, locale),
              })}
        </p>
      )}
      <p className="small soft measure">{t('details.protected-change', words)}</p>
    </Card>
  )
}
