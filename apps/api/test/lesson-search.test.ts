import { hitBegins, hitEnds } from '@chorus/db/stores/lesson-search'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { joinedCompany } from './support/joined-company.ts'
import { type RunningApp, runApp } from './support/running-app.ts'

let running: RunningApp
const cookies: Record<string, string> = {}
const people = { hr: 'top2', divisionHead: 'division1', eastHead: 'east1', east: 'east2', west: 'west2' }
type Who = keyof typeof people

beforeAll(async () => {
  running = await runApp(joinedCompany())
  for (const [who, id] of Object.entries(people)) cookies[who] = await running.signIn(`${id}@test.example`)
  await tell('east', {
    title: 'Releases on a Friday',
    learned: 'A release needs a rollback.',
    tags: ['release day'],
  })
  await tell('east', {
    title: 'Die Übergaben am Abend',
    learned: 'Fehler zeigen sich früher, wenn zwei gemeinsam übergeben.',
    language: 'de',
    tags: ['hand-over'],
    kind: 'went well',
  })
  await tell('west', {
    unit: 'west',
    title: 'リリースの前に障害を話し合う',
    learned: '失敗を早く共有すると、直すのも早くなります。',
    language: 'ja',
  })
  await tell('west', { unit: 'west', title: 'راجعنا الأخطاء معا', learned: 'نتعلم أسرع.', language: 'ar' })
  await tell('east', { title: 'Only east knows the kingfisher', audience: 'unit' })
})

afterAll(() => running.stop())

const ask = (method: 'GET' | 'POST' | 'PUT', url: string, who: Who, payload?: object) =>
  running.app.inject({ method, url, headers: { cookie: cookies[who] ?? '' }, ...(payload && { payload }) })

async function tell(who: Who, change: object): Promise<string> {
  const answer = await ask('POST', '/api/lessons', who, {
    kind: 'went wrong',
    title: 'A title',
    happened: 'It happened.',
    learned: 'It was learned.',
    now: '',
    tags: [],
    goal: '',
    language: 'en',
    unit: 'east',
    audience: 'organisation',
    leadersOwn: false,
    ...change,
  })
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json().id
}

type Piece = { text: string; hit: boolean }
type Listed = { id: string; title: string; found: { title: Piece[]; excerpt: Piece[] } | null }
async function look(query: Record<string, string>, who: Who = 'hr'): Promise<Listed[]> {
  const answer = await ask('GET', `/api/lessons?${new URLSearchParams(query)}`, who)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json().lessons
}
const titles = async (query: Record<string, string>, who?: Who) =>
  (await look(query, who)).map(({ title }) => title)

test.each([
  ['released', 'Releases on a Friday'],
  ['übergabe', 'Die Übergaben am Abend'],
  ['障害', 'リリースの前に障害を話し合う'],
  ['失', 'リリースの前に障害を話し合う'],
  ['أخطاء', 'راجعنا الأخطاء معا'],
  ['"needs a rollback"', 'Releases on a Friday'],
])('"%s" finds a lesson in its own language, whatever form the word has', async (words, title) => {
  expect(await titles({ words })).toEqual([title])
})

test('words are found and marked beside whatever sign people put around them', async () => {
  await tell('east', {
    title: 'They said “osprey” – and meant it…',
    learned: 'D’abord l’équipe. «Tout» va bien',
    language: 'fr',
    tags: ['ospreys'],
  })
  await tell('west', { unit: 'west', title: 'هل سألنا الطيور؟', learned: 'سألنا، ثم فهمنا.', language: 'ar' })
  for (const words of ['osprey', '“said osprey”', 'équipes', 'tout', 'abord meant'])
    expect(await titles({ words }), words).toEqual(['They said “osprey” – and meant it…'])
  for (const words of ['الطيور', 'سألنا'])
    expect(await titles({ words }), words).toEqual(['هل سألنا الطيور؟'])
  const [found] = await look({ words: 'osprey' })
  expect(found?.found?.title).toEqual([
    { text: 'They said “', hit: false },
    { text: 'osprey', hit: true },
    { text: '” – and meant it…', hit: false },
  ])
})

test('what is left out by a minus is left out in every form', async () => {
  expect(await titles({ words: 'release -rollbacks' })).toEqual([])
  expect(await titles({ words: 'release -kingfisher' })).toEqual(['Releases on a Friday'])
})

test('the words are marked in title and text, and markup that somebody wrote stays words', async () => {
  await tell('east', {
    title: `A <b>walrus</b>${hitBegins} in the shed`,
    learned: `Walruses${hitEnds} & <script>alert(1)</script> do not fit.`,
  })
  const [lesson] = await look({ words: 'walrus' })
  expect(lesson?.found?.title).toEqual([
    { text: 'A <b>', hit: false },
    { text: 'walrus', hit: true },
    { text: '</b> in the shed', hit: false },
  ])
  const excerpt = lesson?.found?.excerpt ?? []
  expect(excerpt.find(({ hit }) => hit)?.text).toBe('Walruses')
  expect(excerpt.map(({ text }) => text).join('')).toContain('<script>')
  expect(excerpt.map(({ text }) => text).join('')).not.toMatch(/[\ue000\ue001]/)
  const [cut] = await look({ words: 'kingfisher -walrus' })
  expect(cut?.found?.excerpt.map(({ text }) => text).join('')).toBe('It was learned. It happened.')
  const [japanese] = await look({ words: '障害' })
  expect(japanese?.found?.title.filter(({ hit }) => hit)).toEqual([{ text: '障害', hit: true }])
})

test('a mention comes back whole, and is not searched as the id that it is', async () => {
  const people = await onServer(running.databaseUrl, (client) =>
    client.query<{ id: string }>(`SELECT id FROM person WHERE external_id = 'east1'`),
  )
  const id = people.rows[0]?.id ?? ''
  await tell('east', { title: 'Thanks', learned: `Without @[${id}] the puffin would have been forgotten.` })
  const [lesson] = await look({ words: 'puffins' })
  expect(lesson?.found?.excerpt).toEqual([
    { text: `Without @[${id}] the `, hit: false },
    { text: 'puffin', hit: true },
    { text: ' would have been forgotten. It happened.', hit: false },
  ])
  expect(await titles({ words: id })).toEqual([])
})

test('the goal or quarter is found, too', async () => {
  await tell('east', { title: 'On time', goal: 'Fewer narwhals by spring' })
  expect(await titles({ words: 'narwhal' })).toEqual(['On time'])
})

test('whoever may not read a lesson does not find it, by words, tag, unit or in what can be chosen', async () => {
  const secret = { audience: 'unit', title: 'Grebes nest here', tags: ['grebe'] }
  await tell('east', secret)
  for (const who of ['east', 'eastHead', 'divisionHead', 'hr'] as const)
    expect(await titles({ words: 'grebe' }, who), who).toEqual(['Grebes nest here'])
  expect(await titles({ words: 'grebe' }, 'west')).toEqual([])
  expect(await titles({ tag: 'grebe' }, 'west')).toEqual([])
  expect(await titles({ unit: 'east' }, 'west')).not.toContain('Grebes nest here')
  const tagsOf = async (who: Who) =>
    (await ask('GET', '/api/lessons/filters', who)).json().tags.map(({ tag }: { tag: string }) => tag)
  expect(await tagsOf('east')).toContain('grebe')
  expect(await tagsOf('west')).not.toContain('grebe')
})

test('a unit stands for itself and all below it, and kind and day narrow further', async () => {
  const ofDivision = await titles({ unit: 'division' })
  expect(ofDivision).toContain('Releases on a Friday')
  expect(ofDivision).toContain('راجعنا الأخطاء معا')
  expect(await titles({ unit: 'west' })).not.toContain('Releases on a Friday')
  expect(await titles({ unit: 'nowhere' })).toEqual([])
  expect(await titles({ kind: 'went well' })).toEqual(['Die Übergaben am Abend'])
  expect(await titles({ since: '2026-03-03' })).toEqual([])
  expect(await titles({ since: '2026-03-02', kind: 'went well' })).toHaveLength(1)
})

test('a tag is followed and left, and narrows the list to what has it', async () => {
  expect(await titles({ followed: 'yes' }, 'east')).toEqual([])
  for (const tag of ['release day', 'hand-over', 'hand-over'])
    expect(
      (await ask('PUT', `/api/followed-tags/${encodeURIComponent(tag)}`, 'east', { on: true })).statusCode,
    ).toBe(204)
  expect((await ask('GET', '/api/lessons/filters', 'east')).json().followed).toEqual([
    'hand-over',
    'release day',
  ])
  expect(await titles({ followed: 'yes' }, 'east')).toEqual(
    expect.arrayContaining(['Die Übergaben am Abend', 'Releases on a Friday']),
  )
  await ask('PUT', '/api/followed-tags/hand-over', 'east', { on: false })
  expect(await titles({ followed: 'yes' }, 'east')).toEqual(['Releases on a Friday'])
  expect((await ask('GET', '/api/lessons/filters', 'west')).json().followed).toEqual([])
})

test('who leads or HR chooses good examples, noted once; new joiners see those they may read', async () => {
  const id = await tell('east', { audience: 'unit', title: 'Asking early' })
  const choose = (who: Who, on: boolean) => ask('PUT', `/api/lessons/${id}/good-example`, who, { on })
  const mayChoose = async (who: Who) => (await ask('GET', `/api/lessons/${id}`, who)).json().mayChoose
  expect([await mayChoose('east'), await mayChoose('eastHead'), await mayChoose('hr')]).toEqual([
    false,
    true,
    true,
  ])
  expect((await choose('east', true)).json().code).toBe('not-allowed')
  expect((await choose('eastHead', true)).statusCode).toBe(204)
  expect((await choose('hr', true)).statusCode).toBe(204)
  const examples = async (who: Who) =>
    (await ask('GET', '/api/welcome', who)).json().examples.map(({ title }: Listed) => title)
  expect(await examples('east')).toEqual(['Asking early'])
  expect(await examples('west')).toEqual([])
  await choose('hr', false)
  expect(await examples('east')).toEqual([])
  const noted = await onServer(running.databaseUrl, (client) =>
    client.query(`SELECT action, actor FROM audit_event WHERE subject = 'Asking early' ORDER BY number`),
  )
  expect(noted.rows).toEqual([
    { action: 'good example chosen', actor: 'Person east1' },
    { action: 'good example removed', actor: 'Person top2' },
  ])
})

test('whoever has finished the path for new joiners is not offered it again, until they want to', async () => {
  const finished = async () => (await ask('GET', '/api/welcome', 'west')).json().finished
  expect(await finished()).toBe(false)
  await ask('PUT', '/api/welcome/finished', 'west', { on: true })
  await ask('PUT', '/api/welcome/finished', 'west', { on: true })
  expect(await finished()).toBe(true)
  await ask('PUT', '/api/welcome/finished', 'west', { on: false })
  expect(await finished()).toBe(false)
})

test('found lessons come a page at a time, each once', async () => {
  for (let more = 0; more < 25; more++) await tell('east', { title: `Heron ${more}` })
  const first = await look({ words: 'heron' })
  const second = await look({ words: 'heron', passed: '20' })
  expect(new Set([...first, ...second].map(({ id }) => id)).size).toBe(25)
})

test('whatever is typed is answered', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 })),
      async (words) => {
        const answer = await ask('GET', `/api/lessons?${new URLSearchParams({ words })}`, 'east')
        expect([200, 400]).toContain(answer.statusCode)
      },
    ),
    { numRuns: 60 },
  )
})

test('a search goes by the index of words, and by no look at every lesson', async () => {
  const plan = await onServer(running.databaseUrl, async (client) => {
    await client.query(`INSERT INTO lesson (organisation, unit, unit_name, audience, kind, title, happened, learned, now, tags, goal, language, leaders_own, at)
      SELECT '${running.organisation}', 'east', 'East', 'organisation', 'went well', 'Number ' || n, 'so', 'so', 'so', '{}', '', 'en', false, now()
      FROM generate_series(1, 5000) AS n`)
    await client.query('ANALYZE lesson')
    const told: string[] = []
    client.on('notice', ({ message }) => told.push(message ?? ''))
    await client.query(`LOAD 'auto_explain'; SET auto_explain.log_min_duration = 0; SET auto_explain.log_nested_statements = on;
      SET client_min_messages = log; SET chorus.organisation = '${running.organisation}'`)
    await client.query(
      `SELECT chorus_find_lessons('kingfisher', NULL, NULL, NULL, NULL, false, gen_random_uuid(), '{east}', NULL, 0, 20)`,
    )
    const { rows } = await client.query('SHOW enable_indexscan')
    return [...told, `indexscan=${rows[0]?.enable_indexscan}`].join('\n')
  })
  expect(plan).toContain('Bitmap Index Scan on lesson_document')
  expect(plan).toContain('indexscan=on')
  expect(plan).not.toContain('Seq Scan on lesson')
})
