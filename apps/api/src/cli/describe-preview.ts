import type { ImportPreview, UploadedImport } from '@chorus/contracts/organisation-import'

type Stop = NonNullable<ImportPreview['stop']>

const counted: readonly (readonly [keyof ImportPreview['counts'], string])[] = [
  ['joined', 'join'],
  ['returned', 'return'],
  ['left', 'leave'],
  ['moved', 'change their unit'],
  ['renamed', 'change their name'],
  ['address', 'change their address'],
  ['role', 'change their role'],
  ['leads', 'lead other units'],
  ['other', 'change their language, channel or cuts'],
  ['unit-new', 'new units'],
  ['unit-vanished', 'units vanish'],
  ['unit-renamed', 'units change their name'],
  ['unit-moved', 'units move'],
]

/** What columns with other names are taken for, and which are not used. */
export function describeColumns(columns: UploadedImport['columns']): string[] {
  const unused = columns.filter(({ meaning }) => meaning === 'ignore').map(({ header }) => header)
  const renamed = columns.filter(({ header, meaning }) => meaning !== 'ignore' && header !== meaning)
  return [
    ...renamed.map(({ header, meaning }) => `Column "${header}" is taken for ${meaning}.`),
    ...(unused.length > 0 ? [`Columns that are not used: ${unused.join(', ')}.`] : []),
  ]
}

/** What an import would do, in lines for a terminal. */
export function describePreview(preview: ImportPreview): string[] {
  return [
    `${preview.units} units, ${preview.people} people.`,
    ...counted.flatMap(([kind, words]) => {
      const count = preview.counts[kind]
      return count > 0 ? [`  ${count} ${words}`] : []
    }),
    ...preview.history.map(({ kind, from, to }) => `  ${kind}: ${namesOf(from)} -> ${namesOf(to)}`),
    ...preview.tooSmall.units.map(
      ({ unit, programme, k, before, after }) =>
        `  ${unit} falls from ${before} to ${after} people, below the ${k} of ${programme}: it is not shown by itself any more.`,
    ),
  ]
}

/** Why it stops, and how to go on. */
export function stopSentence({ number, reasons }: Stop): string {
  const sentences = reasons.map(({ code, number: some, of, unit }) => {
    if (code === 'last-hr') return `Nobody would have the role HR any more; ${some} would lose it.`
    if (code === 'last-administrator')
      return `Nobody would be an administrator any more; ${some} would lose the role.`
    if (code === 'auditors-lose-role')
      return `${some} of ${of} auditors would lose their role; they watch over the rules that HR makes.`
    if (code === 'many-leave') return `${some} of ${of} people would leave.`
    if (code === 'many-addresses') return `${some} of ${of} people would change their address.`
    return `${unit} would lose ${some} of its ${of} people.`
  })
  return [
    'This looks like a mistake in the file:',
    ...sentences,
    `Nothing was changed. If it is right, add --yes --expect-leavers ${number}.`,
  ].join('\n')
}

function namesOf(units: readonly { readonly name: string }[]): string {
  return units.map(({ name }) => name).join(', ') || 'closed'
}
