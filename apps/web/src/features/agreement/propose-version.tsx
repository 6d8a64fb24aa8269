import { type AgreementPart, agreementParts } from '@chorus/contracts/agreement-parts'
import type { AgreementTexts } from '@chorus/contracts/agreements'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { LongField } from '../../ui/long-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { propose } from './api/agreements.ts'
import { partWords } from './part-words.ts'
import { useAgreementChange } from './use-agreement-change.ts'

type Props = { unit: string; current: AgreementTexts | undefined; onClose: () => void }

/** A new version: begun with the one in force, or with a template, and written further. */
export function ProposeVersion({ unit, current, onClose }: Props) {
  const { t } = useTexts()
  const [isEmpty, setIsEmpty] = useState(false)
  const proposing = useAgreementChange(onClose)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const texts = ofParts((part) => String(form.get(part) ?? '').trim())
    const saysNothing = agreementParts.every((part) => texts[part] === '')
    setIsEmpty(saysNothing)
    if (!saysNothing && !proposing.isPending) proposing.mutate(() => propose(unit, texts))
  }
  return (
    <Dialog title={t('agreement.propose')} onClose={onClose}>
      <form className="propose-version stack" onSubmit={submit}>
        <p className="small soft">{t(current ? 'agreement.from-current' : 'agreement.from-template')}</p>
        {agreementParts.map((part) => (
          <LongField
            key={part}
            label={t(partWords[part].name)}
            name={part}
            rows={3}
            maxLength={3000}
            dir="auto"
            defaultValue={current ? current[part] : t(partWords[part].template)}
          />
        ))}
        {isEmpty && <Notice tone="problem">{t('agreement.says-nothing')}</Notice>}
        {proposing.error && <ProblemNotice error={proposing.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{t('shared.cancel')}</Button>
          <Button type="submit" look="main" busy={proposing.isPending}>
            {t(proposing.isPending ? 'shared.working' : 'agreement.send')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function ofParts(textOf: (part: AgreementPart) => string): AgreementTexts {
  return {
    mustHold: textOf('mustHold'),
    margins: textOf('margins'),
    firstHour: textOf('firstHour'),
    firstDay: textOf('firstDay'),
    firstWeek: textOf('firstWeek'),
    speakUp: textOf('speakUp'),
  }
}
