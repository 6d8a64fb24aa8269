import { useState } from 'react'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { type AnsweredResult, type Cause, fromElsewhere, keptKey, keyOf } from './cause-choice.ts'
import { causeInWords } from './cause-in-words.ts'

type Props = { results: readonly AnsweredResult[]; cause: Cause | undefined }

/** Which result an action answers, or what else, in words: `cause` and `cause-words` of the form. */
export function CauseFields({ results, cause }: Props) {
  const { t, locale } = useTexts()
  const kept = fromElsewhere(cause)
  const [chosen, setChosen] = useState(() =>
    kept ? keptKey : cause?.kind === 'scale' ? keyOf(cause) : cause || !results[0] ? '' : keyOf(results[0]),
  )
  return (
    <>
      {(kept !== null || results.length > 0) && (
        <Choice
          label={t('actions.form.cause')}
          name="cause"
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          options={[
            ...(kept ? [[keptKey, causeInWords(kept, t, locale) ?? ''] as const] : []),
            ...results.map(
              (result) =>
                [
                  keyOf(result),
                  t('actions.cause-scale', {
                    scale: localised(result.name, locale).text,
                    wave: result.label,
                  }),
                ] as const,
            ),
            ['', t('actions.form.cause-none')] as const,
          ]}
        />
      )}
      {chosen === '' && (
        <Field
          label={t(
            kept !== null || results.length > 0 ? 'actions.form.cause-words' : 'actions.form.cause-free',
          )}
          name="cause-words"
          maxLength={200}
          autoComplete="off"
          defaultValue={cause?.kind === 'words' ? cause.text : ''}
        />
      )}
    </>
  )
}
