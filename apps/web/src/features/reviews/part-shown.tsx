import type { Review, ReviewPart } from '@chorus/contracts/reviews'
import { Link } from '@tanstack/react-router'
import { showDay, showStamp } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { factorKinds } from './steps/factor-kinds.ts'
import { factorWords } from './words.ts'
import { Written } from './written.tsx'

/** A part of a review as it is read. */
export function PartShown({ part, parts }: { part: ReviewPart; parts: Review['parts'] }) {
  const { t, locale } = useTexts()
  const { language } = parts.basics
  const nothing = <p className="soft">{t('reviews.nothing-yet')}</p>
  switch (part) {
    case 'basics': {
      const { about, impact, began, ended } = parts.basics
      return (
        <>
          <p className="small soft">
            {t('reviews.days', { from: showDay(began, locale), to: showDay(ended, locale) })}
          </p>
          <Written language={language} heading={t('reviews.about')} text={about} />
          <Written language={language} heading={t('reviews.impact')} text={impact} />
        </>
      )
    }
    case 'timeline':
      if (parts.timeline.moments.length === 0) return nothing
      return (
        <ol className="review-timeline">
          {parts.timeline.moments.map(({ at, what }) => (
            <li key={`${at} ${what}`}>
              <time dateTime={at} className="small soft">
                {showStamp(at, locale)}
              </time>
              <p className="as-written" dir="auto" lang={language}>
                {what}
              </p>
            </li>
          ))}
        </ol>
      )
    case 'decisions':
      if (parts.decisions.decisions.length === 0) return nothing
      return parts.decisions.decisions.map(({ title, known, chosen, others }) => (
        <div key={`${title} ${known}`} className="stack stack-tight">
          <h3 dir="auto" lang={language}>
            {title}
          </h3>
          <Written language={language} heading={t('reviews.decision-known')} text={known} />
          <Written language={language} heading={t('reviews.decision-chosen')} text={chosen} />
          <Written language={language} heading={t('reviews.decision-others')} text={others} />
        </div>
      ))
    case 'factors': {
      const { factors } = parts.factors
      if (factors.length === 0) return nothing
      return factorKinds
        .filter((kind) => factors.some((factor) => factor.kind === kind))
        .map((kind) => (
          <div key={kind} className="stack stack-tight">
            <h3>{t(factorWords[kind])}</h3>
            <ul className="review-list">
              {factors
                .filter((factor) => factor.kind === kind)
                .map(({ what }) => (
                  <li key={what}>
                    <span className="as-written" dir="auto" lang={language}>
                      {what}
                    </span>
                  </li>
                ))}
            </ul>
          </div>
        ))
    }
    case 'repair': {
      const { noticed, restored, how } = parts.repair
      if (noticed === null && restored === null && how === '') return nothing
      return (
        <>
          {noticed && <p>{t('reviews.noticed-at', { at: showStamp(noticed, locale) })}</p>}
          {restored && <p>{t('reviews.restored-at', { at: showStamp(restored, locale) })}</p>}
          <Written language={language} heading={t('reviews.repair-how')} text={how} />
        </>
      )
    }
    case 'lessons':
      if (parts.lessons.lessons.length === 0) return nothing
      return (
        <ul className="review-list">
          {parts.lessons.lessons.map(({ text, lesson }) => (
            <li key={text}>
              <span className="as-written" dir="auto" lang={language}>
                {text}
              </span>{' '}
              {lesson && (
                <Link to="/lessons/$lesson" params={{ lesson }}>
                  {t('reviews.its-moment')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )
  }
}
