/** What a file says. `gap`: why that is nothing, or not all of it. */
export interface FileText {
  text: string;
  gap: 'damaged' | 'protected' | 'too_large' | 'too_long' | null;
}
