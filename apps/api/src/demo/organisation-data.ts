/**
 * A made-up maker of bicycles: 35 units on four levels, from nobody to 25 people, with single-child chains
 * (Quality, Labs), an empty unit (Academy) and teams too small to be shown.
 * [id, parent, name, people of its own, led by the head who sits in this very unit]
 */
export const demoUnits: readonly (readonly [string, string, string, number])[] = [
  ['company', '', 'Meridian Cycles', 3],
  ['engineering', 'company', 'Engineering', 1],
  ['platform', 'engineering', 'Platform', 1],
  ['data', 'platform', 'Data', 9],
  ['infrastructure', 'platform', 'Infrastructure', 12],
  ['tooling', 'platform', 'Tooling', 4],
  ['security', 'platform', 'Security', 3],
  ['product', 'engineering', 'Product', 1],
  ['frame', 'product', 'Frame and Drive', 14],
  ['battery', 'product', 'Battery', 11],
  ['firmware', 'product', 'Firmware', 8],
  ['app', 'product', 'Rider App', 10],
  ['quality', 'engineering', 'Quality', 0],
  ['test-lab', 'quality', 'Test Lab', 6],
  ['operations', 'company', 'Operations', 1],
  ['plant', 'operations', 'Plant North', 2],
  ['early-shift', 'plant', 'Assembly, early shift', 25],
  ['late-shift', 'plant', 'Assembly, late shift', 22],
  ['paint', 'plant', 'Paint Shop', 9],
  ['warehouse', 'operations', 'Warehouse', 16],
  ['transport', 'operations', 'Transport', 7],
  ['facilities', 'operations', 'Facilities', 1],
  ['customers', 'company', 'Customers', 1],
  ['sales', 'customers', 'Sales', 1],
  ['sales-south', 'sales', 'Sales South', 12],
  ['sales-north', 'sales', 'Sales North', 8],
  ['key-accounts', 'sales', 'Key Accounts', 4],
  ['support', 'customers', 'Support', 14],
  ['marketing', 'customers', 'Marketing', 10],
  ['centre', 'company', 'People and Finance', 1],
  ['people-team', 'centre', 'People Team', 6],
  ['finance', 'centre', 'Finance', 9],
  ['legal', 'centre', 'Legal', 2],
  ['labs', 'company', 'Labs', 0],
  ['explorers', 'labs', 'Explorers', 6],
  ['academy', 'company', 'Academy', 0],
]

/** Its people answer the open wave on paper: sheets can be printed for them, and used at the kiosk. */
export const demoPaperUnit = 'late-shift'

/** What results of the whole organisation are split by, most wanted first. */
export const demoCuts = ['tenure', 'location'] as const
export type DemoCut = (typeof demoCuts)[number]

export const demoTenures = ['up to 2 years', '3 to 5 years', '6 years and more'] as const

export const plantUnits: ReadonlySet<string> = new Set([
  'plant',
  'early-shift',
  'late-shift',
  'paint',
  'warehouse',
  'transport',
])

export const demoDomain = 'meridian-cycles.example'

export const givenNames =
  'Ada Amir Anouk Bao Bela Carla Chidi Daria Deniz Elif Emil Esra Fatou Felix Freya Goran Hana Hugo Ines Ivo Jana Joao Kaya Kofi Lena Liam Lior Maja Malik Mira Nadia Nils Noor Olga Omar Pia Priya Quentin Rana Remy Rosa Sami Selma Sofia Tariq Tea Theo Uma Vera Wanda Yara Yusuf Zara Zeno'.split(
    ' ',
  )

export const familyNames =
  'Abel Baptiste Castro Demir Eriksen Fischer Garcia Haddad Ilic Jansen Kaur Laurent Moreau Nakamura Okafor Petrov Quispe Rossi Santos Takahashi Ueda Varga Weber Xu Yilmaz Zhou Brandt Costa Dubois Farah'.split(
    ' ',
  )
