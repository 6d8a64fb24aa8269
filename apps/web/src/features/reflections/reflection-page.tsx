import type { Reflection } from '@chorus/contracts/reflections'
import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { reflectionQuery } from './api/reflections.ts'
import { Facilitate } from './facilitate.tsx'
import { HowFar } from './how-far.tsx'
import { PromptSection } from './prompt-section.tsx'
import { SessionFacts } from './session-facts.tsx'
import { SummaryWords } from './summary-words.tsx'
import './reflections.css'

type Props = {
  session: string
  /** What others say to a post. */
  threadOf: (post: string) => ReactNode
  /** What readers say to a summary. */
  talkAbout: (session: Reflection) => ReactNode
  /** The way from a summary to an action of the unit. */
  actionFrom: (session: Reflection) => ReactNode
}

/** One session: written alone first, then read and talked about, then summed up. */
export function ReflectionPage({ session: id, threadOf, talkAbout, actionFrom }: Props) {
  const { t } = useTexts()
  return (
    <Loaded query={useQuery(reflectionQuery(id))} title={t('reflections.title')}>
      {(session) =>
        // Whoever was told of a post comes here by that.
        session.id !== id ? (
          <Navigate to="/reflections/$session" params={{ session: session.id }} replace />
        ) : (
          <div className="stack stack-wide">
            <div className="stack stack-tight">
              <PageTitle title={session.title}>
                <span dir="auto">{session.title}</span>
              </PageTitle>
              <SessionFacts session={session} />
            </div>
            {session.summary && (
              <Card as="article" tone="accent">
                <SummaryWords summary={session.summary} headings="h2" />
                {actionFrom(session)}
                <Disclosure summary={t('reflections.talk-about')}>{talkAbout(session)}</Disclosure>
              </Card>
            )}
            <HowFar session={session} />
            {session.posts &&
              (session.posts.length > 0 || session.state !== 'closed') &&
              session.prompts.map((prompt, place) => (
                <PromptSection
                  // The prompts of a session never move.
                  key={place}
                  session={session}
                  prompt={prompt}
                  posts={(session.posts ?? []).filter((post) => post.prompt === place)}
                  place={place}
                  threadOf={threadOf}
                />
              ))}
            {session.mayFacilitate && <Facilitate key={session.state} session={session} />}
          </div>
        )
      }
    </Loaded>
  )
}
