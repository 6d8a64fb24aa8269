import { useQuery } from '@tanstack/react-query'
import { groupName } from '../../lib/i18n/group-name.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { cohortsQuery } from './api/cohorts.ts'

/** The groups that would be frozen: everybody can see them later, so HR sees them first. */
export function CohortPreview({ programme }: { programme: string }) {
  const { t } = useTexts()
  return (
    <Loaded query={useQuery(cohortsQuery(programme))}>
      {({ cohorts }) => {
        const sizes = cohorts.map((cohort) => cohort.size)
        return (
          <div>
            <p>
              {t('programmes.cohorts.summary', {
                people: sizes.reduce((sum, size) => sum + size, 0),
                groups: cohorts.length,
                smallest: sizes.length > 0 ? Math.min(...sizes) : 0,
              })}
            </p>
            <Disclosure summary={t('programmes.cohorts.show')}>
              <ul className="cohorts">
                {cohorts.map((cohort) => (
                  <li key={cohort.label}>
                    <span>
                      {groupName(cohort.label, t)}
                      {cohort.units.length > 1 && (
                        <span className="small soft"> ({cohort.units.join(', ')})</span>
                      )}
                    </span>
                    <span>{cohort.size}</span>
                  </li>
                ))}
              </ul>
            </Disclosure>
          </div>
        )
      }}
    </Loaded>
  )
}
