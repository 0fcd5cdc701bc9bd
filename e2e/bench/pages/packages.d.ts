// What is used of the packages that only the bench installs, so that everything else can be checked without them.
declare module '@recogito/text-annotator' {
  export interface RecogitoAnnotation {
    readonly id: string
    readonly bodies: readonly {
      readonly id: string
      readonly annotation: string
      readonly purpose: string
      readonly value: string
    }[]
    readonly target: {
      readonly annotation: string
      readonly selector: readonly { readonly quote: string; readonly start: number; readonly end: number }[]
    }
  }
  export interface RecogitoAnnotator {
    setAnnotations(annotations: readonly RecogitoAnnotation[], replace?: boolean): void
    addAnnotation(annotation: RecogitoAnnotation): void
    updateAnnotation(annotation: RecogitoAnnotation): void
    removeAnnotation(id: string): void
    destroy(): void
  }
  export function createTextAnnotator(
    container: HTMLElement,
    options: { readonly renderer: 'SPANS' | 'CSS_HIGHLIGHTS' },
  ): RecogitoAnnotator
}

declare module '@recogito/text-annotator/text-annotator.css'

declare module '@apache-annotator/dom' {
  export function createTextPositionSelectorMatcher(selector: {
    readonly type: 'TextPositionSelector'
    readonly start: number
    readonly end: number
  }): (scope: Node | Range) => AsyncGenerator<Range>
  export function highlightText(
    target: Node | Range,
    tagName?: string,
    attributes?: Readonly<Record<string, string>>,
  ): () => void
}
