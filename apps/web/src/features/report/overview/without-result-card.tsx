import type { OrganisationOverview } from '@chorus/contracts/report-across-units'
import { Link } from '@tanstack/react-router'
import { showCount } from '../../../lib/format/figures.ts'
import { groupName } from '../../../lib/i18n/group-name.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Card } from '../../../ui/card.tsx'
import '../../../ui/table.css'
import './overview.css'

type Group = OrganisationOverview['withoutResult'][number]

/** Units that the newest wave shows nothing of: the same words for all of them, and what would change it. */
export function WithoutResultCard({
  overview: { withoutResult, waves, k },
}: {
  overview: OrganisationOverview
}) {
  const { t } = useTexts()
  const wave = waves.at(-1)?.label ?? ''
  return (
    <Card labelledBy="without-result">
      <h2 id="without-result">{t('overview.without')}</h2>
      {withoutResult.length === 0 ? (
        <p>{t('overview.all-shown', { wave })}</p>
      ) : (
        <>
          <div className="stack measure">
            <p>{t('overview.without-why', { wave, k })}</p>
            <p>{t('overview.without-change', { k })}</p>
          </div>
          <ul className="without-result">
            {withoutResult.map((group) => (
              <GroupOfUnits key={group.parent?.id ?? ''} group={group} k={k} />
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

function GroupOfUnits({ group: { parent, units, joined }, k }: { group: Group; k: number }) {
  const { t, locale } = useTexts()
  return (
    <li className="stack stack-tight">
      {parent && <h3>{t('report.children', { unit: groupName(parent.name, t) })}</h3>}
      <ul className="without-units">
        {units.map(({ id, name, lastShown }) => (
          <li key={id}>
            {groupName(name, t)}{' '}
            <span className="small soft">
              {lastShown === null ? t('overview.never-shown') : t('report.last-shown', { wave: lastShown })}
            </span>
          </li>
        ))}
      </ul>
      {joined && (
        <p className="small">
          {joined.n === null
            ? t('overview.joined-protected', { k, group: groupName(joined.name, t) })
            : t('overview.joined', {
                k,
                group: groupName(joined.name, t),
                n: showCount(joined.n, locale),
              })}{' '}
          {joined.n !== null && (
            <Link to="/reports/$unit" params={{ unit: joined.id }}>
              {groupName(joined.name, t)}
            </Link>
          )}
        </p>
      )}
    </li>
  )
}
