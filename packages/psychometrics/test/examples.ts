/** One line of an @example: an expression and what it gives, as written. */
export type Example = { readonly expression: string; readonly expected: string; readonly setup: string }

/** An exported function of a file, with the examples in its docstring. */
export type Documented = { readonly name: string; readonly examples: readonly Example[] }

/**
 * The exported functions of a source file and what their docstrings promise. In an @example block a line
 * `expression // value` is a promise, a line without `//` prepares the following ones.
 */
export function documentedFunctions(source: string): Documented[] {
  const exported = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?export function (\w+)/g
  return [...source.matchAll(exported)].map(([, docstring = '', name = '']) => ({
    name,
    examples: blocksOf(docstring).flatMap(examplesOf),
  }))
}

function blocksOf(docstring: string): string[] {
  const text = docstring.replace(/^ *\*? ?/gm, '')
  return text.split(/^@/m).flatMap((part) => (part.startsWith('example') ? part.slice('example'.length) : []))
}

function examplesOf(block: string): Example[] {
  const lines = block.split('\n').map((line) => line.trim())
  const setup = lines.filter((line) => !line.includes(' // ')).join('\n')
  return lines
    .filter((line) => line.includes(' // '))
    .map((line) => {
      const [expression = '', expected = ''] = line.split(' // ')
      return { expression, expected: expected.trim(), setup }
    })
}

/** What the example gives, and whether that is what it says. Numbers are compared in the decimals that are written. */
export function runExample(
  { expression, expected, setup }: Example,
  scope: ReadonlyMap<string, unknown>,
): { actual: unknown; agrees: boolean } {
  const evaluate = (code: string): unknown =>
    new Function(...scope.keys(), `${setup}\nreturn (${code})`)(...scope.values())
  const actual = evaluate(expression)
  const written = expected.replace(
    /(?<![\w.'])\d+(?:\.\d+)?(?:e-?\d+)?(?![\w'])/g,
    (number) => `{ written: '${number}' }`,
  )
  return { actual, agrees: agree(actual, evaluate(negated(written))) }
}

/** `-{ written: '2' }` is no number any more: the sign moves into it. */
function negated(code: string): string {
  return code.replaceAll("-{ written: '", "{ written: '-")
}

function agree(actual: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return Object.is(actual, wanted)
  if ('written' in wanted) return typeof actual === 'number' && agreeInDigits(actual, String(wanted.written))
  if (typeof actual !== 'object' || actual === null || Array.isArray(actual) !== Array.isArray(wanted))
    return false
  const there = Object.entries(actual)
  const fields = Object.entries(wanted)
  return (
    there.length === fields.length &&
    fields.every(([key, value]) => there.some(([name, found]) => name === key && agree(found, value)))
  )
}

function agreeInDigits(actual: number, written: string): boolean {
  const [digits = '', exponent = '0'] = written.split('e')
  const decimals = digits.split('.')[1]?.length ?? 0
  return (
    Math.abs(actual - Number(written)) <=
    0.5001 * 10 ** (Number(exponent) - decimals) * (decimals > 0 ? 1 : 1e-9)
  )
}
