import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { ClimateWords } from './climate-words.tsx'
import { Examples } from './examples.tsx'
import { useFinish } from './use-finish.ts'
import { forgetStep, keepStep, stepOf } from './welcome-place.ts'
import { WhenItGoesWrong } from './when-it-goes-wrong.tsx'
import './welcome.css'

type Props = {
  /** The id of the reader. */
  person: string
  /** How the reader's team agreed to handle mistakes. @param none what stands there where it did not */
  agreement: (none: ReactNode) => ReactNode
  /** What came of what the team talked about, where there is anything. */
  summaries: ReactNode
}

/** The path for new joiners: five small steps, taken up again where they were left. */
export function WelcomePage({ person, agreement, summaries }: Props) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const steps: readonly { readonly title: MessageId; readonly content: ReactNode }[] = [
    { title: 'welcome.words-title', content: <ClimateWords /> },
    { title: 'welcome.protected-title', content: <Protected /> },
    {
      title: 'welcome.mistakes-title',
      content: (
        <>
          <p className="measure">{t('welcome.mistakes-words')}</p>
          {agreement(<p className="measure soft">{t('welcome.mistakes-ask')}</p>)}
        </>
      ),
    },
    {
      title: 'welcome.examples-title',
      content: (
        <>
          <Examples />
          {summaries}
        </>
      ),
    },
    { title: 'welcome.wrong-title', content: <WhenItGoesWrong /> },
  ]
  const [place, setPlace] = useState(() => stepOf(person, steps.length))
  const heading = useRef<HTMLHeadingElement>(null)
  const moved = useRef(false)
  useEffect(() => {
    if (moved.current) heading.current?.focus()
  }, [place])
  const finishing = useFinish(() => {
    forgetStep(person)
    void navigate({ to: '/' })
  })
  const go = (to: number) => {
    moved.current = true
    keepStep(person, to)
    setPlace(to)
  }
  const step = steps[place]
  const isLast = place === steps.length - 1
  return (
    <div className="stack stack-wide welcome">
      <div className="stack">
        <PageTitle title={t('welcome.title')} />
        <p className="lead soft">{t('welcome.lead')}</p>
      </div>
      <Card>
        <p className="eyebrow">{t('welcome.step', { number: place + 1, count: steps.length })}</p>
        {step && (
          <>
            <h2 ref={heading} tabIndex={-1}>
              {t(step.title)}
            </h2>
            {step.content}
          </>
        )}
        {finishing.error && <ProblemNotice error={finishing.error} />}
        <div className="row welcome-ways">
          {place > 0 && <Button onClick={() => go(place - 1)}>{t('welcome.back')}</Button>}
          {isLast ? (
            <Button look="main" busy={finishing.isPending} onClick={() => finishing.mutate()}>
              {t('welcome.finish')}
            </Button>
          ) : (
            <Button look="main" onClick={() => go(place + 1)}>
              {t('welcome.next')}
            </Button>
          )}
        </div>
      </Card>
    </div>
  )
}

function Protected() {
  const { t } = useTexts()
  return (
    <>
      <p className="measure">{t('welcome.protected-words')}</p>
      <p className="measure">{t('welcome.protected-open')}</p>
      <p>
        <Link to="/trust">{t('welcome.protected-more')}</Link>
      </p>
    </>
  )
}
