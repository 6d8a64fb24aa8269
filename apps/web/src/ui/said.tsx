import { Facts } from './facts.tsx'
import './said.css'

type Props = {
  /** Who said it, when, and what is known of it beside. */
  facts: readonly (string | null)[]
  /** Empty: it says no more than the facts. */
  text: string
  /** Whether it came from the other side of the conversation. */
  isOther: boolean
}

/** One message of a conversation about a concern, of which each side sees only what the other is. */
export function Said({ facts, text, isOther }: Props) {
  return (
    <article className={`said stack stack-tight ${isOther ? 'said-by-other' : ''}`}>
      <Facts facts={facts} />
      {text && (
        <p className="as-written measure" dir="auto">
          {text}
        </p>
      )}
    </article>
  )
}
