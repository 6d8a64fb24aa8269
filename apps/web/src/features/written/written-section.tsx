import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { writtenAddress, writtenQuery } from './api/written.ts'
import { type Text, WrittenText } from './written-text.tsx'
import './written.css'

/** Everything that one wrote in the learning loop. @param linkTo a link to the page of a subject */
export function WrittenSection({ linkTo }: { linkTo: (subject: NonNullable<Text['subject']>) => ReactNode }) {
  const { t } = useTexts()
  return (
    <Card labelledBy="stored-written">
      <h2 id="stored-written">{t('written.title')}</h2>
      <p className="measure">{t('written.lead')}</p>
      <Loaded query={useQuery(writtenQuery)}>
        {({ texts, reactions, followedTags, reports }) => (
          <>
            {texts.length === 0 ? (
              <p className="soft">{t('written.none')}</p>
            ) : (
              <Disclosure summary={t('written.count', { count: texts.length })}>
                <ul className="written">
                  {texts.map((text) => (
                    <WrittenText
                      key={`${text.kind} ${text.id}`}
                      text={text}
                      link={text.subject && linkTo(text.subject)}
                    />
                  ))}
                </ul>
              </Disclosure>
            )}
            {reactions.length > 0 && <p>{t('written.reactions', { count: reactions.length })}</p>}
            {followedTags.length > 0 && (
              <p dir="auto">{t('written.tags', { tags: followedTags.join(', ') })}</p>
            )}
            {reports.length > 0 && <p>{t('written.reports', { count: reports.length })}</p>}
            <p>
              <a className={buttonClass('plain')} href={writtenAddress} download="chorus-learning.json">
                {t('written.file')}
              </a>
            </p>
          </>
        )}
      </Loaded>
    </Card>
  )
}
