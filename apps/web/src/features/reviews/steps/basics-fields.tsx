import { languages, locales } from '@chorus/contracts/locale'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Choice } from '../../../ui/choice.tsx'
import { Field } from '../../../ui/field.tsx'
import { WordedField } from '../../../ui/worded-field.tsx'
import type { PartFields } from './part-fields.ts'

/** What it is about, what it did, which days are looked at, and who reads it in the end. */
export function BasicsFields({ content, change, language, names }: PartFields<'basics'>) {
  const { t } = useTexts()
  const worded = { language, names, maxLength: 4000 }
  return (
    <>
      <TitleField content={content} change={change} />
      <WordedField
        {...worded}
        label={t('reviews.about')}
        value={content.about}
        onChange={(about) => change({ ...content, about })}
      />
      <WordedField
        {...worded}
        label={t('reviews.impact')}
        hint={t('reviews.impact-hint')}
        value={content.impact}
        onChange={(impact) => change({ ...content, impact })}
      />
      <DaysFields content={content} change={change} />
      <Choice
        label={t('reviews.audience')}
        value={content.audience}
        onChange={(event) =>
          change({
            ...content,
            audience: event.currentTarget.value === 'organisation' ? 'organisation' : 'unit',
          })
        }
        options={audienceNames.map((one) => [one, t(`reviews.audience.${one}`)] as const)}
      />
      <Choice
        label={t('reviews.language')}
        value={content.language}
        onChange={(event) => {
          const chosen = locales.find((one) => one === event.currentTarget.value)
          if (chosen) change({ ...content, language: chosen })
        }}
        options={locales.map((one) => [one, languages[one].name] as const)}
      />
    </>
  )
}

type Some = Pick<PartFields<'basics'>, 'content' | 'change'>

export function TitleField({ content, change }: Some) {
  const { t } = useTexts()
  return (
    <Field
      label={t('reviews.title-field')}
      hint={t('reviews.title-hint')}
      required
      maxLength={140}
      autoComplete="off"
      dir="auto"
      value={content.title}
      onChange={(event) => change({ ...content, title: event.currentTarget.value })}
    />
  )
}

/** The days that are looked at, and by when it is shared. */
export function DaysFields({ content, change }: Some) {
  const { t } = useTexts()
  return (
    <div className="review-days">
      <Field
        label={t('reviews.began')}
        type="date"
        required
        max={content.ended}
        value={content.began}
        onChange={(event) => change({ ...content, began: event.currentTarget.value })}
      />
      <Field
        label={t('reviews.ended')}
        type="date"
        required
        min={content.began}
        value={content.ended}
        onChange={(event) => change({ ...content, ended: event.currentTarget.value })}
      />
      <Field
        label={t('reviews.due')}
        type="date"
        required
        value={content.due}
        onChange={(event) => change({ ...content, due: event.currentTarget.value })}
      />
    </div>
  )
}

const audienceNames = ['unit', 'organisation'] as const
