import { useTexts } from '../../../lib/i18n/texts.ts'
import { Field } from '../../../ui/field.tsx'
import { WordedField } from '../../../ui/worded-field.tsx'
import { ListFields } from '../list-fields.tsx'
import { fromField, toField } from '../local-time.ts'
import type { PartFields } from './part-fields.ts'

/** Moments with their time. They are put in order when they are saved. @param day where a new one begins: ISO day */
export function TimelineFields({
  content,
  change,
  language,
  names,
  day,
}: PartFields<'timeline'> & { day: string }) {
  const { t } = useTexts()
  return (
    <ListFields
      name={(number) => t('reviews.moment', { number })}
      add={t('reviews.add-moment')}
      entries={content.moments}
      empty={{ at: content.moments.at(-1)?.at ?? new Date(`${day}T09:00`).toISOString(), what: '' }}
      onChange={(moments) => change({ moments })}
    >
      {(moment, changeMoment) => (
        <>
          <Field
            label={t('reviews.moment-at')}
            type="datetime-local"
            required
            value={toField(moment.at)}
            onChange={(event) =>
              changeMoment({ ...moment, at: fromField(event.currentTarget.value) ?? moment.at })
            }
          />
          <WordedField
            label={t('reviews.moment-what')}
            required
            maxLength={2000}
            language={language}
            names={names}
            value={moment.what}
            onChange={(what) => changeMoment({ ...moment, what })}
          />
        </>
      )}
    </ListFields>
  )
}
