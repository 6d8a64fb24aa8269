import type { Action } from '@chorus/contracts/actions'
import { localised } from '../../lib/i18n/localised.ts'
import type { Translate } from '../../lib/i18n/texts.ts'

/** What an action answers, in a few words; null where nothing was said. */
export function causeInWords(cause: Action['cause'], t: Translate, locale: string): string | null {
  switch (cause?.kind) {
    case undefined:
      return null
    case 'scale':
      return t('actions.cause-result', { scale: localised(cause.name, locale).text, wave: cause.label })
    case 'words':
      return t('actions.cause', { cause: cause.text })
    case 'theme':
      return t('board.cause-theme', { theme: t(`comments.theme.${cause.theme}`), wave: cause.label })
    case 'review':
      return t('board.cause-review', { title: cause.title })
    case 'session':
      return t('board.cause-session', { title: cause.title })
    case 'experiment':
      return t('board.cause-experiment', { title: cause.title })
  }
}
