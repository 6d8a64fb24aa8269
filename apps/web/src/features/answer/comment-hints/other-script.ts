/**
 * Whether most letters of a text are of a script that nothing in the organisation's own words is written in: few colleagues may write so, and a
 * comment is shown as it was written. Languages of one script are not told apart.
 * @param ours names that the organisation gave to the pulse and its groups
 */
export function otherScript(text: string, ours: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return scripts.some((script) => 2 * (text.match(script)?.length ?? 0) > letters && !ours.match(script))
}

const scripts = [
  /\p{sc=Latn}/gu,
  /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}]/gu,
  ...['Arab', 'Cyrl', 'Grek', 'Hebr', 'Hang', 'Deva', 'Thai'].map(
    (name) => new RegExp(`\\p{sc=${name}}`, 'gu'),
  ),
]
