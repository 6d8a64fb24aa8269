import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { welcomeQuery } from './api/welcome.ts'
import { useFinish } from './use-finish.ts'

/** On the start page, the path for new joiners, until it is finished or put away. */
export function WelcomeOffer() {
  const { t } = useTexts()
  const heading = useId()
  const offered = useQuery(welcomeQuery).data
  const putAway = useFinish(() => undefined)
  if (!offered || offered.finished) return null
  return (
    <Card labelledBy={heading}>
      <h2 id={heading}>{t('welcome.offer-title')}</h2>
      <p className="measure">{t('welcome.offer-words')}</p>
      {putAway.error && <ProblemNotice error={putAway.error} />}
      <div className="row">
        <Link to="/welcome" className={buttonClass('plain')}>
          {t('welcome.offer-go')}
        </Link>
        <Button look="quiet" busy={putAway.isPending} onClick={() => putAway.mutate()}>
          {t('welcome.offer-away')}
        </Button>
      </div>
    </Card>
  )
}
