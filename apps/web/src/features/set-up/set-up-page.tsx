import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { setUpQuery } from './api/set-up.ts'
import { Steps } from './steps.tsx'
import './set-up.css'

/** From nothing to a programme that runs by itself. What is said is kept after each step, on the server. */
export function SetUpPage() {
  const { t } = useTexts()
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('set-up.title')} />
        <p className="lead soft">{t('set-up.lead')}</p>
      </div>
      <Loaded query={useQuery(setUpQuery)}>{(setUp) => <Steps setUp={setUp} />}</Loaded>
    </div>
  )
}
