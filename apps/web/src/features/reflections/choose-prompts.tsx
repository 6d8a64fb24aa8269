import { useRef, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Field } from '../../ui/field.tsx'
import { promptLibrary } from './prompt-library.ts'
import '../../ui/checks.css'
import './reflections.css'

type Props = { chosen: readonly string[]; onChange: (chosen: readonly string[]) => void }

const mostPrompts = 8

/** The prompts of a session: from the library, in the reader's language, or in own words. */
export function ChoosePrompts({ chosen, onChange }: Props) {
  const { t } = useTexts()
  const [own, setOwn] = useState('')
  const list = useRef<HTMLFieldSetElement>(null)
  const isFull = chosen.length >= mostPrompts
  const add = (prompt: string) => {
    if (prompt !== '' && !isFull && !chosen.includes(prompt)) onChange([...chosen, prompt])
  }
  return (
    <fieldset className="stack checks-set" ref={list} tabIndex={-1}>
      <legend>{t('reflections.form.prompts')}</legend>
      {chosen.length > 0 && (
        <ol className="chosen-prompts stack stack-tight">
          {chosen.map((prompt) => (
            <li key={prompt}>
              <span dir="auto">{prompt}</span>
              <Button
                look="quiet"
                aria-label={t('reflections.form.remove', { prompt })}
                onClick={() => {
                  onChange(chosen.filter((one) => one !== prompt))
                  // The button is gone: the focus stays near.
                  list.current?.focus()
                }}
              >
                ×
              </Button>
            </li>
          ))}
        </ol>
      )}
      {promptLibrary.map(({ name, source, prompts }, place) => (
        <Disclosure key={name} summary={t(name)} isOpen={place === 0}>
          {source && <p className="small soft">{t('reflections.source', { source })}</p>}
          <div className="checks prompt-choices">
            {prompts.map((id) => {
              const prompt = t(id)
              const isChosen = chosen.includes(prompt)
              return (
                <label key={id}>
                  <input
                    type="checkbox"
                    checked={isChosen}
                    onChange={() =>
                      isChosen ? onChange(chosen.filter((one) => one !== prompt)) : add(prompt)
                    }
                  />
                  {prompt}
                </label>
              )
            })}
          </div>
        </Disclosure>
      ))}
      <Field
        label={t('reflections.form.own')}
        value={own}
        maxLength={300}
        autoComplete="off"
        dir="auto"
        onChange={(event) => setOwn(event.currentTarget.value)}
      />
      <div>
        <Button
          onClick={() => {
            add(own.trim())
            setOwn('')
          }}
        >
          {t('reflections.form.add')}
        </Button>
      </div>
      {isFull && <p className="small soft">{t('reflections.form.full')}</p>}
    </fieldset>
  )
}
