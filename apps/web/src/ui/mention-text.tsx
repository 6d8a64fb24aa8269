import { Mentions } from './mentions.tsx'

/** A text as it was written, with the names of today for people who are mentioned in it. */
export function MentionText({ text }: { text: string }) {
  return (
    <p className="as-written measure" dir="auto">
      <Mentions text={text} />
    </p>
  )
}
