import { fromBase64url, toBase64url } from '@chorus/ballot/base64url'
import { readComment } from '@chorus/ballot/comment-bytes'
import { expect, test } from 'vitest'
import type { Kept, KeptBallot } from './kept.ts'
import { contentOf } from './sent-content.ts'

const kept = {
  answers: { 'safety-1': 6 },
  comments: { safety: { text: 'Too many meetings', further: true } },
} as unknown as Kept
const ballot: KeptBallot = { dimension: 'unit', cohort: 'c', group: 'Team', size: 12, right: null }

const commentOf = (scale: string, from = kept) => {
  const content = contentOf(from, { ...ballot, scale })
  if (!('comment' in content)) throw new Error('a comment')
  expect(Object.keys(content)).toEqual(['comment'])
  return content.comment
}

test('answers go with one ballot and each comment with another, and never both', () => {
  expect(contentOf(kept, ballot)).toEqual({ answers: { 'safety-1': 6 } })
  expect(readComment(fromBase64url(commentOf('safety')))).toEqual({
    text: 'Too many meetings',
    further: true,
    replyKey: null,
  })
})

test('where nothing was written as much is sent', () => {
  expect(readComment(fromBase64url(commentOf('belonging')))).toEqual({
    text: '',
    further: false,
    replyKey: null,
  })
  const { comments: _, ...before } = kept
  const withKey = { ...kept, replyKeys: { belonging: toBase64url(new Uint8Array(32).fill(3)) } }
  expect(commentOf('belonging', withKey).length).toBe(commentOf('belonging').length)
  expect(readComment(fromBase64url(commentOf('belonging', withKey)))?.replyKey).toEqual(
    new Uint8Array(32).fill(3),
  )
  expect(commentOf('safety', before).length).toBe(commentOf('safety').length)
})
