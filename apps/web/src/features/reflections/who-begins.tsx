import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../lib/i18n/texts.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { letEverybodyBegin } from './api/change-reflection.ts'
import { reflectionUnitsQuery } from './api/reflections.ts'
import '../../ui/checks.css'

/** The way to begin a session for those who may, and for who leads: whether everybody in the unit may. */
export function WhoBegins() {
  const { t } = useTexts()
  const client = useQueryClient()
  const units = useQuery(reflectionUnitsQuery).data?.units ?? []
  const saving = useMutation({
    mutationFn: ({ unit, everybody }: { unit: string; everybody: boolean }) =>
      letEverybodyBegin(unit, everybody),
    onSuccess: (changed) => client.setQueryData(reflectionUnitsQuery.queryKey, changed),
  })
  const led = units.filter(({ leads }) => leads)
  return (
    <>
      {units.some(({ mayBegin }) => mayBegin) && (
        <div>
          <Link to="/reflections/new" className={buttonClass('main')}>
            {t('reflections.begin')}
          </Link>
        </div>
      )}
      {led.length > 0 && (
        <Disclosure summary={t('reflections.who-begins')}>
          <p className="small soft measure">{t('reflections.who-begins-words')}</p>
          <ul className="checks checks-set">
            {led.map(({ id, name, everybodyBegins }) => (
              <li key={id}>
                <label>
                  <input
                    type="checkbox"
                    checked={everybodyBegins}
                    aria-disabled={saving.isPending || undefined}
                    onChange={(event) => {
                      if (!saving.isPending)
                        saving.mutate({ unit: id, everybody: event.currentTarget.checked })
                    }}
                  />
                  <bdi>{name}</bdi>
                </label>
              </li>
            ))}
          </ul>
          {saving.error && <ProblemNotice error={saving.error} />}
        </Disclosure>
      )}
    </>
  )
}
