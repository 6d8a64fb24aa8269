import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'

/** A link that opens once waits for a person: programs that read mails open links, too. */
export function PressToSignIn({ onPress }: { onPress: () => void }) {
  const { t } = useTexts()
  return (
    <Card labelledBy="sign-in-press">
      <h2 id="sign-in-press">{t('sign-in.press')}</h2>
      <p>{t('sign-in.press-words')}</p>
      <div>
        <Button look="main" onClick={onPress}>
          {t('sign-in.press-button')}
        </Button>
      </div>
    </Card>
  )
}
