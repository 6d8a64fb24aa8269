import type { MessageId } from '../../lib/i18n/message-id.ts'

type PromptGroup = {
  readonly name: MessageId
  /** Where the questions are from; null: our own. */
  readonly source: string | null
  readonly prompts: readonly MessageId[]
}

/** Questions to begin a session with. Wordings are ours; the source is where the questions were first put together. */
export const promptLibrary: readonly PromptGroup[] = [
  {
    name: 'reflections.group.pulse',
    source: null,
    prompts: [
      'reflections.prompt.pulse-surprise',
      'reflections.prompt.pulse-moment',
      'reflections.prompt.pulse-keep',
      'reflections.prompt.pulse-one-thing',
    ],
  },
  {
    name: 'reflections.group.mistake',
    source: 'After-action review, TC 25-20, US Army, 1993',
    prompts: [
      'reflections.prompt.mistake-expected',
      'reflections.prompt.mistake-happened',
      'reflections.prompt.mistake-why',
      'reflections.prompt.mistake-next',
    ],
  },
  {
    name: 'reflections.group.quarter',
    source: 'The 4 Ls, Mary Gorman and Ellen Gottesdiener, 2010',
    prompts: [
      'reflections.prompt.quarter-liked',
      'reflections.prompt.quarter-learned',
      'reflections.prompt.quarter-lacked',
      'reflections.prompt.quarter-longed',
    ],
  },
  {
    name: 'reflections.group.belonging',
    source: null,
    prompts: [
      'reflections.prompt.belonging-counted',
      'reflections.prompt.belonging-outside',
      'reflections.prompt.belonging-new',
      'reflections.prompt.belonging-thanks',
    ],
  },
]
