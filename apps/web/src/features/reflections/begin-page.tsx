import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { reflectionQuery, reflectionUnitsQuery } from './api/reflections.ts'
import { BeginForm } from './begin-form.tsx'

/** A new session. @param after the one before, with whose prompts it begins */
export function BeginPage({ after }: { after: string | undefined }) {
  const { t } = useTexts()
  const units = useQuery(reflectionUnitsQuery)
  const before = useQuery({ ...reflectionQuery(after ?? ''), enabled: after !== undefined })
  return (
    <div className="stack stack-wide">
      <PageTitle title={t('reflections.begin')} />
      <Loaded query={units}>
        {(found) => {
          const possible = found.units.filter(({ mayBegin }) => mayBegin)
          if (possible.length === 0) return <p className="measure">{t('reflections.may-not-begin')}</p>
          return after === undefined ? (
            <BeginForm units={possible} before={undefined} />
          ) : (
            <Loaded query={before}>{(session) => <BeginForm units={possible} before={session} />}</Loaded>
          )
        }}
      </Loaded>
    </div>
  )
}
