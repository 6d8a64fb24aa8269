import type { ReviewParts } from '@chorus/contracts/reviews'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Choice } from '../../../ui/choice.tsx'
import { WordedField } from '../../../ui/worded-field.tsx'
import { ListFields } from '../list-fields.tsx'
import { factorWords } from '../words.ts'
import { factorKinds } from './factor-kinds.ts'
import type { PartFields } from './part-fields.ts'

/** What made it likelier, by kind. There is no kind for a person. */
export function FactorsFields({ content, change, language, names }: PartFields<'factors'>) {
  const { t } = useTexts()
  return (
    <ListFields<ReviewParts['factors']['factors'][number]>
      name={(number) => t('reviews.factor', { number })}
      add={t('reviews.add-factor')}
      entries={content.factors}
      empty={{ kind: 'process', what: '' }}
      onChange={(factors) => change({ factors })}
    >
      {(factor, changeFactor) => (
        <>
          <Choice
            label={t('reviews.factor-kind')}
            value={factor.kind}
            onChange={(event) => {
              const kind = factorKinds.find((one) => one === event.currentTarget.value)
              if (kind) changeFactor({ ...factor, kind })
            }}
            options={factorKinds.map((kind) => [kind, t(factorWords[kind])] as const)}
          />
          <WordedField
            label={t('reviews.factor-what')}
            required
            maxLength={2000}
            language={language}
            names={names}
            value={factor.what}
            onChange={(what) => changeFactor({ ...factor, what })}
          />
        </>
      )}
    </ListFields>
  )
}
