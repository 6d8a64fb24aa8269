import './told.css'

/** What the server told in its page of changed rules, kept from before the script draws the page anew. */
const served = globalThis.document?.getElementById('told')?.innerHTML

/** What changed since the wave before: words that the server wrote, in all languages. */
export function Told({ words = served }: { words?: string | undefined }) {
  return words ? <div id="told" className="notice" dangerouslySetInnerHTML={{ __html: words }} /> : null
}
