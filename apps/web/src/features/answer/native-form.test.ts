import { expect, test } from 'vitest'
import { joinedDraft, readNativeForm } from './native-form.ts'

type Field = { name: string; value: string }

/** What `querySelectorAll` would find. */
function page(checked: Field[] = [], written: Field[] = []) {
  const querySelectorAll = (what: string) => (what.endsWith('textarea') ? written : checked)
  return { querySelectorAll } as unknown as ParentNode
}

test('what was chosen before the script came is read with its place, and a statement left out on purpose too', () => {
  const form = page(
    [
      { name: 'safety-1', value: '6' },
      { name: 'safety-2', value: '' },
    ],
    [
      { name: 'safety', value: 'More time' },
      { name: 'belonging', value: '' },
    ],
  )
  expect(readNativeForm(form, '#statement-3')).toEqual({
    answers: { 'safety-1': 6, 'safety-2': null },
    comments: { safety: 'More time' },
    at: 2,
  })
  expect(readNativeForm(page(), '#intro')).toEqual({ answers: {}, comments: {}, at: undefined })
})

test('what was chosen now goes before the draft of an earlier visit, and the rest of the draft stays', () => {
  const draft = { answers: { a: 1, b: 2 }, comments: {}, at: 4, shared: true }
  expect(joinedDraft(draft, { answers: { b: 7 }, comments: {}, at: undefined })).toEqual({
    answers: { a: 1, b: 7 },
    comments: {},
    at: 4,
    shared: true,
  })
  expect(joinedDraft(draft, { answers: {}, comments: {}, at: undefined })).toBe(draft)
  expect(joinedDraft(undefined, { answers: {}, comments: {}, at: undefined })).toBeUndefined()
})

test('what was written now follows what was written at an earlier visit', () => {
  const comments = { s: { text: 'Earlier', further: true }, t: { text: 'Other', further: false } }
  const draft = { answers: {}, comments, at: 4, shared: false }
  const done = { answers: {}, comments: { s: 'Now', u: 'New' }, at: undefined }
  expect(joinedDraft(draft, done)?.comments).toEqual({
    s: { text: 'Earlier\nNow', further: true },
    t: { text: 'Other', further: false },
    u: { text: 'New', further: false },
  })
})
