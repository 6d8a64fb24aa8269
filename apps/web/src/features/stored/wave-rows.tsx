import { fromBase64url } from '@chorus/ballot/base64url'
import type { MyStored } from '@chorus/contracts/stored'
import { useId } from 'react'
import { showDay } from '../../lib/format/dates.ts'
import { groupName } from '../../lib/i18n/group-name.ts'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Facts } from './facts.tsx'
import { hexLines } from './hex-lines.ts'

type StoredPlace = MyStored['waves'][number]

/** One open wave: the person's rows, one for each group the person is counted in, and a box as answers lie in the urn. */
export function WaveRows({ places }: { places: readonly StoredPlace[] }) {
  const { t } = useTexts()
  const id = useId()
  const [first] = places
  if (!first) return null
  return (
    <Card as="article" labelledBy={id}>
      <h2 id={id}>{t('stored.wave', { wave: first.label })}</h2>
      <p className="measure">{t('stored.wave-words')}</p>
      {places.map((place) => (
        <Place key={JSON.stringify([place.cohort.label, place.comments])} place={place} />
      ))}
      <p className="measure small soft">{t('stored.rows-words')}</p>
      {first.exampleBox && <ExampleBox box={first.exampleBox} />}
    </Card>
  )
}

function Place({ place }: { place: StoredPlace }) {
  const { t, locale } = useTexts()
  const { cohort, comments, slot, page, bit, tag, session } = place
  const group = { group: groupName(cohort.label, t), size: cohort.size }
  return (
    <Facts
      facts={[
        [
          t('stored.cohort'),
          comments === null
            ? t('stored.cohort-value', group)
            : t('stored.cohort-comments', { ...group, scale: localised(comments, locale).text }),
        ],
        [t('stored.slot'), t('stored.slot-value', { slot, page })],
        [t('stored.bit'), bit ? t('stored.bit-set') : t('stored.bit-clear')],
        [t('stored.tag'), tag ? <code>{hexLines(fromBase64url(tag)).join(' ')}</code> : t('stored.none')],
        [t('stored.session'), t('stored.session-value', { day: showDay(session.endsOn, locale) })],
      ]}
    />
  )
}

function ExampleBox({ box }: { box: string }) {
  const { t } = useTexts()
  return (
    <Disclosure summary={t('stored.box')}>
      <p>{t('stored.box-words')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard */}
      <section className="stored-box" aria-label={t('stored.box')} tabIndex={0}>
        <pre>{hexLines(fromBase64url(box)).join('\n')}</pre>
      </section>
    </Disclosure>
  )
}
