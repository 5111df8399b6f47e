import { cn } from '../cn';

/** Shows rich text. `html` must come from our own database, where it was sanitised on the way in; never from a request. */
export function RichTextView({ html, className }: { html: string; className?: string }) {
  return <div className={cn('rich-text', className)} dangerouslySetInnerHTML={{ __html: html }} />;
}
