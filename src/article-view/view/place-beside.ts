import { computePosition, flip, offset, shift, type VirtualElement } from '@floating-ui/dom'

/** Puts a floating element above what it belongs to, or below where there is no room, inside of the window. */
export async function placeBeside(floating: HTMLElement, reference: VirtualElement): Promise<void> {
  const { x, y } = await computePosition(reference, floating, {
    strategy: 'fixed',
    placement: 'top',
    middleware: [offset(8), flip({ padding: 60 }), shift({ padding: 8, crossAxis: true })],
  })
  floating.style.left = `${Math.round(x)}px`
  floating.style.top = `${Math.round(y)}px`
}
