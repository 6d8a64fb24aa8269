import { useTexts } from '../../../lib/i18n/texts.ts'
import { Field } from '../../../ui/field.tsx'
import { WordedField } from '../../../ui/worded-field.tsx'
import { ListFields } from '../list-fields.tsx'
import type { PartFields } from './part-fields.ts'

/** Where somebody chose: what was known then, what was chosen, which other paths there were. */
export function DecisionsFields({ content, change, language, names }: PartFields<'decisions'>) {
  const { t } = useTexts()
  return (
    <ListFields
      name={(number) => t('reviews.decision', { number })}
      add={t('reviews.add-decision')}
      entries={content.decisions}
      empty={{ title: '', known: '', chosen: '', others: '' }}
      onChange={(decisions) => change({ decisions })}
    >
      {(decision, changeDecision) => (
        <>
          <Field
            label={t('reviews.decision-title')}
            required
            maxLength={200}
            autoComplete="off"
            dir="auto"
            value={decision.title}
            onChange={(event) => changeDecision({ ...decision, title: event.currentTarget.value })}
          />
          {(['known', 'chosen', 'others'] as const).map((field) => (
            <WordedField
              key={field}
              label={t(`reviews.decision-${field}`)}
              maxLength={4000}
              language={language}
              names={names}
              value={decision[field]}
              onChange={(text) => changeDecision({ ...decision, [field]: text })}
            />
          ))}
        </>
      )}
    </ListFields>
  )
}
