import type { ModerationCase } from '@chorus/contracts/commons'
import { type ReactNode, useId } from 'react'
import { reasonWords } from '../../lib/i18n/report-reasons.ts'
import { targetWords } from '../../lib/i18n/target-words.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { MentionText } from '../../ui/mention-text.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BlackOut } from './black-out.tsx'
import { Decisions } from './decisions.tsx'
import './case-card.css'

/** One text with all that is needed to decide on it; who reported it is not among that. */
export function CaseCard({
  one,
  link,
  onDecided,
}: {
  one: ModerationCase
  link: ReactNode
  onDecided: () => void
}) {
  const { t } = useTexts()
  const heading = useId()
  const { hidden } = one
  return (
    <Card as="li" labelledBy={heading}>
      <div className="stack stack-tight">
        <h2 id={heading}>{hidden ? <span dir="auto">{one.subject.title}</span> : link}</h2>
        <p className="small soft">
          {t('moderation.where', { kind: t(targetWords[one.kind]), unit: one.unit.name })}
          {' · '}
          <bdi>{one.author?.name ?? t('community.left')}</bdi>
        </p>
      </div>
      <blockquote className="case-text stack stack-tight">
        {one.texts.map((text, at) => (
          <MentionText key={at} text={text} />
        ))}
      </blockquote>
      {one.redacted && <p className="small soft">{t('moderation.redacted')}</p>}
      {one.reports.length > 0 && (
        <div className="stack stack-tight">
          <h3>{t('moderation.reports', { count: one.reports.length })}</h3>
          <ul className="stack stack-tight">
            {one.reports.map(({ reason, words }, at) => (
              <li key={at} className="measure">
                {t(reasonWords[reason])}
                {words && (
                  <>
                    {': '}
                    <bdi>{words}</bdi>
                  </>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {hidden && (
        <Notice>
          <p dir="auto">
            {hidden.by === null
              ? t('moderation.hidden-by-nobody', { reason: hidden.reason })
              : t('moderation.hidden-by', { name: hidden.by, reason: hidden.reason })}
          </p>
          {hidden.appeal && <p dir="auto">{t('moderation.appeal-says', { words: hidden.appeal })}</p>}
          {hidden.waits && !one.mine && !one.mayDecide.includes('keep hidden') && (
            <p>{t('moderation.other-decides')}</p>
          )}
        </Notice>
      )}
      {one.mayDecide.length === 0 && <p className="soft">{t('moderation.own')}</p>}
      <Decisions one={one} onDecided={onDecided} />
      <BlackOut one={one} />
    </Card>
  )
}
