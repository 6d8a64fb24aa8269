import type { Programme } from '@chorus/contracts/programme'
import type { ChangePolicyRequest } from '@chorus/contracts/rights'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tick } from '../../ui/tick.tsx'
import { changePolicy, previewPolicy } from './api/policy.ts'
import { PolicyEffect } from './policy-effect.tsx'

const thresholds = [
  ['k', 'rules.k'],
  ['commentK', 'rules.comment-k'],
  ['cutK', 'rules.cut-k'],
] as const

/** First the effect, then the change: both from the same form. */
export function ChangePolicy({ programme, onClose }: { programme: Programme; onClose: () => void }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const { policy } = programme
  const [wish, setWish] = useState<ChangePolicyRequest>({})
  const looking = useMutation({ mutationFn: () => previewPolicy(programme.id, wish) })
  const changing = useMutation({
    mutationFn: () => changePolicy(programme.id, wish),
    onSuccess: () => client.invalidateQueries(),
  })
  const want = (part: ChangePolicyRequest) => {
    setWish((before) => ({ ...before, ...part }))
    looking.reset()
    changing.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    looking.mutate()
  }
  if (changing.data)
    return (
      <Dialog title={t('rules.change-of', { name: programme.name })} onClose={onClose}>
        <Notice tone="good">
          <p>{t(changing.data.state === 'proposed' ? 'rules.proposed' : 'rules.changed')}</p>
        </Notice>
        <div className="dialog-actions">
          <Button onClick={onClose}>{t('rules.close')}</Button>
        </div>
      </Dialog>
    )
  const error = looking.error ?? changing.error
  return (
    <Dialog title={t('rules.change-of', { name: programme.name })} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        {thresholds.map(([name, label]) => (
          <Field
            key={name}
            label={t(label)}
            hint={t('rules.at-least', { least: policy[name] })}
            name={name}
            type="number"
            inputMode="numeric"
            min={policy[name]}
            step={1}
            defaultValue={policy[name]}
            onChange={(event) => want({ [name]: Math.round(Number(event.currentTarget.value)) })}
          />
        ))}
        <Tick
          label={t('programmes.create.comments')}
          hint={t('programmes.create.comments-hint')}
          name="comments"
          defaultChecked={policy.comments === true}
          onChange={(event) => want({ comments: event.currentTarget.checked })}
        />
        <Field
          label={t('rules.cuts')}
          hint={t('rules.cuts-hint')}
          name="cuts"
          autoComplete="off"
          defaultValue={policy.cuts.join(', ')}
          onChange={(event) => want(cutsIn(event.currentTarget.value, policy.crossings))}
        />
        {error && <ProblemNotice error={error} />}
        {looking.data && <PolicyEffect effect={looking.data} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{t('shared.cancel')}</Button>
          {looking.data ? (
            <Button look="main" busy={changing.isPending} onClick={() => changing.mutate()}>
              {t('rules.propose')}
            </Button>
          ) : (
            <Button type="submit" look="main" busy={looking.isPending}>
              {t('rules.preview')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}

/** Crossings of cuts that are still there stay. */
function cutsIn(text: string, crossings: readonly string[][]): ChangePolicyRequest {
  const cuts = [...new Set(text.split(',').map((name) => name.trim()))].filter(Boolean)
  return { cuts, crossings: crossings.filter((crossing) => crossing.every((name) => cuts.includes(name))) }
}
