import { useId } from 'react'
import type { TextBlock } from '../domain/article-text.ts'
import { directionOf } from '../domain/article.ts'
import { words } from '../wording/words.ts'
import type { RecognisedText } from './recognise-text.ts'
import './article-preview.css'

interface ArticlePreviewProps {
  readonly recognised: RecognisedText | null
  readonly language: string
}

/** A text as it will appear: title, points, paragraphs, and how many segments there will be to review. */
export function ArticlePreview({ recognised, language }: ArticlePreviewProps) {
  const heading = useId()
  return (
    <section className="article-preview" aria-labelledby={heading}>
      <h2 id={heading}>{words.library.preview}</h2>
      <p className="article-preview-summary" role="status">
        {recognised ? words.library.recognised(recognised) : words.library.previewEmpty}
      </p>
      {recognised && (
        <div
          className="article-preview-text"
          role="group"
          aria-labelledby={heading}
          tabIndex={0}
          lang={language}
          dir={directionOf(language)}
        >
          {recognised.blocks.slice(0, SHOWN_BLOCKS).map(block => (
            <Block key={block.from} block={block} />
          ))}
          {recognised.blocks.length > SHOWN_BLOCKS && (
            <p className="article-preview-more" lang="en" dir="ltr">
              {words.library.moreBlocks(recognised.blocks.length - SHOWN_BLOCKS)}
            </p>
          )}
        </div>
      )}
    </section>
  )
}

const SHOWN_BLOCKS = 60 // enough to see whether it was recognised, few enough to draw at every key

function Block({ block: { kind, text } }: { readonly block: TextBlock }) {
  if (kind === 'heading') return <p className="article-preview-title">{text}</p>
  if (kind === 'list-item') return <p className="article-preview-point">{text}</p>
  return <p className="article-preview-paragraph">{text}</p>
}
