import type { TrustedPerson } from '@chorus/contracts/concerns'
import { languages } from '@chorus/contracts/locale'
import { useTexts } from '../lib/i18n/texts.ts'

/** All that is told of somebody whom concerns can be sent to. It may stand in a label. @param days without an answer */
export function AboutTrusted({ one, days }: { one: TrustedPerson; days: number }) {
  const { t } = useTexts()
  const also = [
    [one.also, one.name],
    [one.escalationAlso, one.escalation],
  ] as const
  return (
    <span className="stack stack-tight">
      <span>
        <strong>
          <bdi>{one.name}</bdi>
        </strong>
        {' · '}
        <bdi>{one.office}</bdi>
      </span>
      {one.about && (
        <span className="as-written measure" dir="auto">
          {one.about}
        </span>
      )}
      <span className="small soft">
        <bdi>{one.languages.map((language) => languages[language].name).join(', ')}</bdi> ·{' '}
        {t('concern.escalation', { days, name: one.escalation })}
      </span>
      {also.map(
        ([role, name]) =>
          role && (
            <span key={name} className="small">
              {t(`concern.also.${role}`, { name })}
            </span>
          ),
      )}
    </span>
  )
}
