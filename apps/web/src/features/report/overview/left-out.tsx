import type { AskedScale, OrganisationOverview } from '@chorus/contracts/report-across-units'
import { Link } from '@tanstack/react-router'
import { groupName } from '../../../lib/i18n/group-name.ts'
import { localised } from '../../../lib/i18n/localised.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Disclosure } from '../../../ui/disclosure.tsx'
import './overview.css'

type LeftOut = OrganisationOverview['shifts']['leftOut']

/** Units that stand beside nothing since a break, by what broke: that nothing is said of them does not mean that nothing moved. */
export function LeftOutOfShifts({ leftOut, scales }: { leftOut: LeftOut; scales: readonly AskedScale[] }) {
  const { t, locale } = useTexts()
  if (leftOut.length === 0) return null
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const namesOf = (ids: readonly string[]) =>
    list.format(scales.flatMap(({ id, name }) => (ids.includes(id) ? [localised(name, locale).text] : [])))
  return (
    <Disclosure summary={t('overview.left-out', { count: new Set(leftOut.map(({ unit }) => unit.id)).size })}>
      {[...byReason(leftOut)].map(([key, group]) => (
        <div key={key} className="stack stack-tight">
          <p className="small soft">
            {group[0]?.because === 'other-questions'
              ? t('overview.left-out.other-questions', { scales: namesOf(group[0].scales) })
              : t('overview.left-out.new-group')}
          </p>
          <ul className="left-out">
            {group.map(({ unit }) => (
              <li key={unit.id}>
                <Link to="/reports/$unit" params={{ unit: unit.id }}>
                  {groupName(unit.name, t)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Disclosure>
  )
}

/** A unit that is made of other people is so on every scale; other questions are those of a scale. */
function byReason(leftOut: LeftOut): Map<string, LeftOut> {
  const groups = new Map<string, LeftOut>()
  for (const one of leftOut) {
    const key = one.because === 'new-group' ? one.because : one.scales.join(' ')
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return groups
}
