/** A text below its heading; nothing where nothing was written. */
export function Written({ heading, text, language }: { heading: string; text: string; language: string }) {
  if (text === '') return null
  return (
    <div>
      <p className="small soft">
        <strong>{heading}</strong>
      </p>
      <p className="as-written measure" dir="auto" lang={language}>
        {text}
      </p>
    </div>
  )
}
