import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { jobsQuery } from './api/jobs.ts'
import { ComingWaves } from './coming-waves.tsx'
import { PastWaves } from './past-waves.tsx'
import { Troubles } from './troubles.tsx'
import { WavesUnderWay } from './waves-under-way.tsx'

/** What Chorus does by itself. What went wrong comes first, as the only part that may need somebody. */
export function JobsPage({ maySteer }: { maySteer: boolean }) {
  const { t } = useTexts()
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('jobs.title')} />
        <p className="lead soft">{t('jobs.lead')}</p>
      </div>
      <Loaded query={useQuery(jobsQuery)}>
        {({ troubles, next, underWay, account }) => (
          <>
            <Troubles troubles={troubles} maySteer={maySteer} />
            <WavesUnderWay waves={underWay} />
            <ComingWaves waves={next} />
            <PastWaves waves={account} />
          </>
        )}
      </Loaded>
    </div>
  )
}
