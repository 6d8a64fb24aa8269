import { nameMark } from '@chorus/contracts/name-mark'

/** Teams of 14, 12 and 6 with three at the top: the comments of green and of the top are filed together, at the top. */
const sizes = { top: 6, red: 14, blue: 12, green: 6 }
export const everybody = Object.entries(sizes).flatMap(([unit, size]) =>
  Array.from({ length: size }, (_, index) => `${unit}${index + 1}`),
)

/** Who writes what on psychological safety; red4 wants it shown further up, from the top on. */
export const written: Record<string, string> = {
  red1: 'Red: we talk openly',
  red2: 'Red: less so on Fridays',
  red3: 'Red: =1+1 is what I am told',
  red5: 'Red: thank PERSON Red7 for the meetings',
  red4: 'Red, further up: I fear for my contract',
  blue1: 'Blue: only one of us writes',
  green1: 'Green: small and quiet',
  green2: 'Green: ask us;=HYPERLINK("http://x")',
  top1: 'Top: noted',
}

/** The same as it is released: without the name of red7. */
export const released = Object.fromEntries(
  Object.entries(written).map(([person, text]) => [person, text.replace('PERSON Red7', nameMark)]),
)

/** Its files. */
export function commentingCompany() {
  const role = (id: string) => (id === 'top2' ? 'hr' : id === 'top3' ? 'auditor' : '')
  const manages = (id: string) => (id === 'top1' ? 'top' : id === 'red1' ? 'red' : '')
  return {
    units: ['unit_id,parent_id,name', 'top,,Top', 'red,top,red', 'blue,top,blue', 'green,top,green'].join(
      '\n',
    ),
    people: [
      'person_id,name,email,unit_id,role,manages',
      ...everybody.map(
        (id) => `${id},Person ${id},${emailOf(id)},${id.replace(/\d+/, '')},${role(id)},${manages(id)}`,
      ),
    ].join('\n'),
  }
}

export function emailOf(person: string): string {
  return `${person}@test.example`
}

/** Where the comments of a person are filed. */
export function filedUnder(person: string): string {
  if (person === 'red4') return 'top'
  return person.startsWith('red') ? 'red' : person.startsWith('blue') ? 'blue' : 'top'
}
