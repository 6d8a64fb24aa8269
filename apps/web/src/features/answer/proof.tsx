import { anonymousAddress } from '../../lib/api/anonymous-address.ts'
import { showMoment } from '../../lib/format/dates.ts'
import { inFours } from '../../lib/format/fingerprint.ts'
import { groupName } from '../../lib/i18n/group-name.ts'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { commentedScales } from './commented.ts'
import type { Pulse } from './open-pulse.ts'
import './proof.css'

/**
 * One tap deeper: what a reader needs to check the promise, and to compare it with a colleague.
 * @param checked what this page has checked itself, in words
 */
export function Proof({ pulse, checked }: { pulse: Pulse; checked: MessageId }) {
  const { t, locale } = useTexts()
  const { manifest, invitation } = pulse
  const answered = manifest.cohorts.filter(({ scale }) => scale === undefined)
  const cuts = invitation.cuts.filter(({ id }) => answered.some((cohort) => cohort.id === id))
  // The same people for every scale.
  const comments = commentedScales(pulse).slice(0, 1)
  return (
    <Disclosure summary={t('answer.proof.title')}>
      <p>{t('answer.proof.fingerprint')}</p>
      <p className="proof-print">
        <code>{inFours(invitation.fingerprint)}</code>
      </p>
      <p className="small soft">{t(checked)}</p>
      {cuts.length > 0 && (
        <>
          <p>{t('answer.proof.cuts')}</p>
          <ul>
            {cuts.map(({ id, label, size }) => (
              <li key={id}>{t('answer.proof.group', { group: groupName(label, t), size })}</li>
            ))}
          </ul>
        </>
      )}
      {comments.map(({ group: { id, label, size } }) => (
        <p key={id}>
          {t('answer.proof.comments')} {t('answer.proof.group', { group: groupName(label, t), size })}
        </p>
      ))}
      <dl className="proof-facts">
        <dt>{t('answer.proof.open')}</dt>
        <dd>
          {showMoment(manifest.opens, locale)} – {showMoment(manifest.closes, locale)}
        </dd>
        <dt>{t('answer.proof.k')}</dt>
        <dd>{manifest.policy.k}</dd>
        <dt>{t('answer.proof.groups', { count: answered.length })}</dt>
        <dd>
          <ul>
            {answered.map((cohort) => (
              <li key={cohort.id}>
                {t(cohort.sheets ? 'answer.proof.group-sheets' : 'answer.proof.group', {
                  group: groupName(cohort.label, t),
                  size: cohort.size,
                  sheets: cohort.sheets ?? 0,
                })}
              </li>
            ))}
          </ul>
        </dd>
      </dl>
      <p>
        <a href={anonymousAddress(`/w/${invitation.wave}/manifest`)} target="_blank" rel="noreferrer">
          {t('answer.proof.manifest')}
        </a>
      </p>
    </Disclosure>
  )
}
