import { Link } from '@tanstack/react-router'
import { useTexts } from '../lib/i18n/texts.ts'

export function Footer() {
  const { t } = useTexts()
  return (
    <footer className="footer">
      <p>{t('shell.motto')}</p>
      <Link to="/trust">{t('shell.trust-link')}</Link>
    </footer>
  )
}
