import { useTexts } from '../../../lib/i18n/texts.ts'
import { Field } from '../../../ui/field.tsx'
import { WordedField } from '../../../ui/worded-field.tsx'
import { fromField, toField } from '../local-time.ts'
import type { PartFields } from './part-fields.ts'

/** When it was noticed, when it was right again, and how. */
export function RepairFields({ content, change, language, names }: PartFields<'repair'>) {
  const { t } = useTexts()
  return (
    <>
      <div className="review-days">
        <Field
          label={t('reviews.noticed')}
          type="datetime-local"
          max={toField(content.restored)}
          value={toField(content.noticed)}
          onChange={(event) => change({ ...content, noticed: fromField(event.currentTarget.value) })}
        />
        <Field
          label={t('reviews.restored')}
          type="datetime-local"
          min={toField(content.noticed)}
          value={toField(content.restored)}
          onChange={(event) => change({ ...content, restored: fromField(event.currentTarget.value) })}
        />
      </div>
      <WordedField
        label={t('reviews.repair-how')}
        hint={t('reviews.repair-hint')}
        maxLength={4000}
        language={language}
        names={names}
        value={content.how}
        onChange={(how) => change({ ...content, how })}
      />
    </>
  )
}
