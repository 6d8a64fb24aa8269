/** A text below its heading; nothing where nothing was written. */
export function Written({ heading, text }: { heading: string; text: string }) {
  if (text === '') return null
  return (
    <div>
      <p className="small soft">
        <strong>{heading}</strong>
      </p>
      <p className="as-written measure" dir="auto">
        {text}
      </p>
    </div>
  )
}
