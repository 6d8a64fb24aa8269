/**
 * Numbers that may lead to a person, such as of a telephone or of the staff: five digits and more, also in groups, and letters with four
 * digits. Years, dates and amounts in thousands are left alone.
 */
export function longNumbers(text: string): string[] {
  const grouped = [
    ...text.matchAll(/(?<![\p{L}\d]|\p{L}-)\+?\(?\d(?:[ ()/.-]{0,2}\d){4,}(?![\p{L}\d])/gu),
  ].map(([found]) => found)
  const lettered = [...text.matchAll(/(?<![\p{L}\d])\p{L}{1,4}-?\d{4,}(?![\p{L}\d])/gu)].map(
    ([found]) => found,
  )
  return [...grouped.filter((found) => !isDate(found) && !isAmount(found)), ...lettered]
}

function isDate(found: string): boolean {
  return /^(?:\d{1,2}([./-])\d{1,2}\1(?:\d{2}|\d{4})|\d{4}-\d{2}-\d{2}|\d{4} ?[-/] ?\d{2,4})$/.test(found)
}

function isAmount(found: string): boolean {
  return /^\d{1,3}(?:[. ]\d{3})+$/.test(found)
}
