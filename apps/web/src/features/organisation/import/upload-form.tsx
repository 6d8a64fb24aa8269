import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { uploadFiles } from '../api/import.ts'
import { FileProblem } from './file-problem.tsx'

export function UploadForm({ onUploaded }: { onUploaded: () => Promise<void> }) {
  const { t } = useTexts()
  const [missing, setMissing] = useState<string>()
  const uploading = useMutation({ mutationFn: uploadFiles, onSuccess: onUploaded })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const people = fileOf(given.get('people'))
    setMissing(people ? undefined : t('import.choose'))
    if (people) uploading.mutate({ people, units: fileOf(given.get('units')) })
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Field label={t('import.people')} name="people" type="file" accept=".csv,text/csv" problem={missing} />
      <Field
        label={t('import.units')}
        hint={t('import.units-hint')}
        name="units"
        type="file"
        accept=".csv,text/csv"
      />
      <div>
        <Button type="submit" look="main" busy={uploading.isPending}>
          {t(uploading.isPending ? 'import.uploading' : 'import.upload')}
        </Button>
      </div>
      <FileProblem error={uploading.error} />
    </form>
  )
}

function fileOf(entry: FormDataEntryValue | null): File | undefined {
  return entry instanceof File && entry.name !== '' ? entry : undefined
}
