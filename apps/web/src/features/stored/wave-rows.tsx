import { fromBase64url } from '@chorus/ballot/base64url'
import type { MyStored } from '@chorus/contracts/stored'
import { useId } from 'react'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Facts } from './facts.tsx'
import { hexLines } from './hex-lines.ts'

/** One open wave: the person's rows, and beside them a box as everybody's answers lie in the urn. */
export function WaveRows({ stored }: { stored: MyStored['waves'][number] }) {
  const { t, locale } = useTexts()
  const id = useId()
  const { label, cohort, slot, page, bit, tag, exampleBox, session } = stored
  return (
    <Card as="article" labelledBy={id}>
      <h2 id={id}>{t('stored.wave', { wave: label })}</h2>
      <p className="measure">{t('stored.wave-words')}</p>
      <Facts
        facts={[
          [t('stored.cohort'), t('stored.cohort-value', { group: cohort.label, size: cohort.size })],
          [t('stored.slot'), t('stored.slot-value', { slot, page })],
          [t('stored.bit'), bit ? t('stored.bit-set') : t('stored.bit-clear')],
          [t('stored.tag'), tag ? <code>{hexLines(fromBase64url(tag)).join('')}</code> : t('stored.none')],
          [t('stored.session'), t('stored.session-value', { day: showDay(session.endsOn, locale) })],
        ]}
      />
      <p className="measure small soft">{t('stored.rows-words')}</p>
      {exampleBox ? (
        <Disclosure summary={t('stored.box')}>
          <p>{t('stored.box-words')}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard */}
          <section className="stored-box" aria-label={t('stored.box')} tabIndex={0}>
            <pre>{hexLines(fromBase64url(exampleBox)).join('\n')}</pre>
          </section>
        </Disclosure>
      ) : (
        <p>{t('stored.no-box')}</p>
      )}
    </Card>
  )
}
