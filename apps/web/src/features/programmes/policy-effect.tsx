import type { PolicyPreview } from '@chorus/contracts/rights'
import { groupName } from '../../lib/i18n/group-name.ts'
import { useTexts } from '../../lib/i18n/texts.ts'

/** Which units a change would protect, by name. */
export function PolicyEffect({ effect: { joined, withoutComments } }: { effect: PolicyPreview }) {
  const { t } = useTexts()
  return (
    <div className="stack stack-tight" role="status">
      {joined.length === 0 ? (
        <p>{t('rules.preview.none')}</p>
      ) : (
        <>
          <p>{t('rules.preview.joined')}</p>
          <ul>
            {joined.map(({ unit, people, group }) => (
              <li key={unit}>
                {t('rules.preview.joined-unit', { unit, people, group: groupName(group, t) })}
              </li>
            ))}
          </ul>
        </>
      )}
      {withoutComments.length > 0 && (
        <>
          <p>{t('rules.preview.comments')}</p>
          <ul>
            {withoutComments.map(({ unit, people }) => (
              <li key={unit}>{t('rules.preview.comments-unit', { unit, people })}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
