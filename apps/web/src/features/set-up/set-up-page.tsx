import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { setUpQuery } from './api/set-up.ts'
import { Steps } from './steps.tsx'
import './set-up.css'

/**
 * From nothing to a programme that runs by itself. What is said is kept after each step, on the server.
 * @param importing what brings people in, below the step that asks for them
 */
export function SetUpPage({ importing }: { importing: ReactNode }) {
  const { t } = useTexts()
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('set-up.title')} />
        <p className="lead soft">{t('set-up.lead')}</p>
      </div>
      <Loaded query={useQuery(setUpQuery)}>{(setUp) => <Steps setUp={setUp} importing={importing} />}</Loaded>
    </div>
  )
}
