import type { Extensions } from '@tiptap/core';
import { Mention } from '@tiptap/extension-mention';
import { Placeholder } from '@tiptap/extension-placeholder';
import { StarterKit } from '@tiptap/starter-kit';
import type { createMentionMenu, MentionPerson } from './mention-menu';

interface ExtensionInput {
  placeholder?: string;
  people?: (query: string) => Promise<readonly MentionPerson[]>;
  menu: ReturnType<typeof createMentionMenu>;
}

/** What the text may hold. The server's sanitiser allows the same: p br strong em a ul ol li blockquote, and the mention's span. */
export function editorExtensions({ placeholder, people, menu }: ExtensionInput): Extensions {
  const kit = StarterKit.configure({
    heading: false,
    code: false,
    codeBlock: false,
    strike: false,
    underline: false,
    horizontalRule: false,
    link: {
      openOnClick: false,
      protocols: ['mailto'],
      defaultProtocol: 'https',
      HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: '_blank' },
    },
  });
  const mention = Mention.configure({
    HTMLAttributes: { class: 'mention' },
    suggestion: {
      items: async ({ query }) => [...((await people?.(query)) ?? [])],
      render: menu.render,
    },
  });
  return [kit, Placeholder.configure({ placeholder: placeholder ?? '' }), ...(people ? [mention] : [])];
}
