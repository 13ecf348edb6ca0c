/** Text that was not saved, in boxes that a finger can select and copy whole. */
export function Typed({ label, texts }: { label: string; texts: string[] }) {
  return (
    <>
      {texts.map((text, index) => (
        <div class="field">
          <label for={`typed-${index}`}>{label}</label>
          <textarea id={`typed-${index}`} rows={6} readonly>
            {text}
          </textarea>
        </div>
      ))}
    </>
  )
}
