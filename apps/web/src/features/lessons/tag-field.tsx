import { type KeyboardEvent, useId, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'

type Props = {
  tags: readonly string[]
  /** Tags that others used. */
  suggested: readonly string[]
  onChange: (tags: string[]) => void
}

const most = 8
const fits = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} -]{1,39}$/u

/** Tags: those that are chosen, each with a button that takes it away, and a field that adds one by Enter, comma or button. */
export function TagField({ tags, suggested, onChange }: Props) {
  const { t } = useTexts()
  const list = useId()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const add = () => {
    const tag = typed.trim().toLowerCase()
    if (tag === '') return
    setWrong(!fits.test(tag))
    if (!fits.test(tag)) return
    if (!tags.includes(tag)) onChange([...tags, tag])
    setTyped('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== ',')) return
    event.preventDefault()
    add()
  }
  return (
    <div className="stack stack-tight">
      {tags.length > 0 && (
        <ul className="row" aria-label={t('lessons.tags')}>
          {tags.map((tag) => (
            <li key={tag}>
              <Button
                aria-label={t('lessons.tag-remove', { tag })}
                onClick={() => onChange(tags.filter((one) => one !== tag))}
              >
                <bdi>{tag}</bdi> <span aria-hidden="true">×</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {tags.length < most && (
        <div className="find-words">
          <Field
            label={t('lessons.tags')}
            hint={t('lessons.tags-hint')}
            problem={wrong ? t('lessons.tag-wrong') : undefined}
            dir="auto"
            list={list}
            maxLength={40}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onBlur={add}
          />
          <Button onClick={add}>{t('lessons.tag-add')}</Button>
          <datalist id={list}>
            {suggested
              .filter((tag) => !tags.includes(tag))
              .map((tag) => (
                <option key={tag} value={tag} />
              ))}
          </datalist>
        </div>
      )}
    </div>
  )
}
