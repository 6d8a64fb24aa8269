import { mentionedIn } from '@chorus/contracts/mention-text'
import { useQuery } from '@tanstack/react-query'
import {
  type KeyboardEvent,
  type TextareaHTMLAttributes,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { colleaguesQuery, namesQuery } from '../lib/api/colleagues.ts'
import { useTexts } from '../lib/i18n/texts.ts'
import { Loading } from './loading.tsx'
import { type Labels, labelFor, nameBeingTyped, toShown, toStored } from './mention-words.ts'
import './field.css'
import './mention-field.css'

type Props = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange' | 'defaultValue'> & {
  label: string
  hint?: string
  problem?: string | undefined
  /** Told of each change, as it is stored. */
  onStored?: (text: string) => void
  /** The form gets the text under this name, with mentions as they are stored. */
  name: string
  defaultValue?: string
  /** Of the stored text, in which a mention takes 39 characters. */
  maxLength: number
}

const mostOffered = 5

/** A labelled field for a few lines in which people can be mentioned: an @ and the beginning of a name offers some. */
export function MentionField({ defaultValue = '', ...field }: Props) {
  const { t } = useTexts()
  const mentioned = mentionedIn(defaultValue).slice(0, 50)
  const names = useQuery(namesQuery(mentioned)).data?.names
  if (mentioned.length > 0 && names === undefined) return <Loading />
  const begun = toShown(defaultValue, (person) => names?.[person], t('community.left'))
  return <Field {...field} begun={begun} />
}

function Field({
  label,
  hint,
  problem,
  onStored,
  name,
  maxLength,
  begun,
  ...area
}: Omit<Props, 'defaultValue'> & { begun: { shown: string; labels: Labels } }) {
  const { t } = useTexts()
  const id = useId()
  const element = useRef<HTMLTextAreaElement>(null)
  const caretAfter = useRef<number | null>(null)
  const [{ shown, labels }, setShown] = useState(begun)
  const [typed, setTyped] = useState<ReturnType<typeof nameBeingTyped>>(null)
  const [active, setActive] = useState(0)
  const found = useQuery(colleaguesQuery(typed?.name.trim() ?? '')).data?.people ?? []
  const offered = typed === null ? [] : found.filter(fitting(typed.name)).slice(0, mostOffered)
  const stored = toStored(shown, labels)

  useLayoutEffect(() => {
    if (caretAfter.current === null) return
    element.current?.setSelectionRange(caretAfter.current, caretAfter.current)
    caretAfter.current = null
  })

  function setText(text: { shown: string; labels: Labels }) {
    setShown(text)
    onStored?.(toStored(text.shown, text.labels))
  }

  function look(text: string, caret: number) {
    const typing = nameBeingTyped(text, caret)
    const isDone = [...labels.keys()].some(
      (label) => typing !== null && `${typing.name} `.startsWith(`${label} `),
    )
    setTyped(isDone ? null : typing)
    setActive(0)
  }

  function choose(person: (typeof found)[number] | undefined) {
    if (!person || typed === null) return
    const chosen = labelFor(labels, person)
    const before = `${shown.slice(0, typed.from)}@${chosen} `
    const rest = shown.slice(typed.from + 1 + typed.name.length)
    setText({ shown: before + rest.replace(/^ /, ''), labels: new Map(labels).set(chosen, person.id) })
    caretAfter.current = before.length
    setTyped(null)
    element.current?.focus()
  }

  function press(event: KeyboardEvent) {
    if (offered.length === 0 || event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setActive((active + step + offered.length) % offered.length)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(offered[active])
    else if (event.key === 'Escape') setTyped(null)
    else return
    event.preventDefault()
    // A dialog around the field stays open.
    event.stopPropagation()
  }

  return (
    <div className="field mention-field">
      <label htmlFor={id}>{label}</label>
      <p className="small soft" id={`${id}-hint`}>
        {hint && `${hint} `}
        {t('mention.hint')}
      </p>
      <textarea
        {...area}
        ref={element}
        id={id}
        value={shown}
        maxLength={Math.max(0, maxLength - (stored.length - shown.length))}
        aria-describedby={problem ? `${id}-hint ${id}-problem` : `${id}-hint`}
        aria-invalid={problem ? true : undefined}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? `${id}-list` : undefined}
        aria-activedescendant={offered.length > 0 ? `${id}-${active}` : undefined}
        onChange={({ currentTarget: { value, selectionStart } }) => {
          setText({ shown: value, labels })
          look(value, selectionStart)
        }}
        onKeyDown={press}
        onBlur={() => setTyped(null)}
      />
      <input type="hidden" name={name} value={stored} />
      {problem && (
        <p className="small field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {offered.length > 0 && (
        <div className="mention-list" id={`${id}-list`} role="listbox" aria-label={t('mention.list')}>
          {offered.map((person, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
            <div
              key={person.id}
              id={`${id}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
            >
              <bdi>{person.name}</bdi> <span className="small soft">{person.unit}</span>
            </div>
          ))}
        </div>
      )}
      <p className="visually-hidden" role="status">
        {offered.length > 0 && t('mention.found', { count: offered.length })}
      </p>
    </div>
  )
}

/** While the next letter is on its way, those found for the letters before it are offered as far as they fit. */
function fitting(typed: string) {
  const words = ` ${typed.trim().toLowerCase()}`
  return ({ name }: { name: string }) => ` ${name.toLowerCase()}`.includes(words)
}
